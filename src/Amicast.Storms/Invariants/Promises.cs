namespace Amicast.Storms.Invariants;

/// <summary>The promises of docs/reliability.md that are looked at when everything has come to rest.</summary>
internal static class Promises
{
    private static readonly (char Letter, Func<Tale, IEnumerable<string>> Check)[] All =
    [
        ('a', EndsInTime.Check),
        ('b', NothingTwice.Check),
        ('c', ReportIsTrue.Check),
        ('d', PermissionsAsAsked.Check),
        ('f', NothingLeft.Check),
        ('i', WithinBounds.Check),
        ('j', CuredByRetrying.Check),
    ];

    internal static IEnumerable<Breach> Check(Tale tale) => All.SelectMany(promise => promise.Check(tale).Select(problem => new Breach(promise.Letter, problem)));
}
