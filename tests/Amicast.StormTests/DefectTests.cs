using Amicast.Storms;

namespace Amicast.StormTests;

/// <summary>Each promise is broken on purpose, in the definition, on the wire or around a step, and the storm finds it.</summary>
public sealed class DefectTests
{
    private const int Seeds = 2000;
    private const int AtATime = 20;

    [Theory]
    [InlineData('a', nameof(Defects.AWaitThatForgetsTheDeadline))]
    [InlineData('b', nameof(Defects.NoClientTokens))]
    [InlineData('b', nameof(Defects.OneInstanceTooMany))]
    [InlineData('c', nameof(Defects.AReportThatOmitsARegion))]
    [InlineData('d', nameof(Defects.OneAccountMoreOnTheWire))]
    [InlineData('d', nameof(Defects.SharingThatIsOnlyClaimed))]
    [InlineData('e', nameof(Defects.PromotionBeforeVerification))]
    [InlineData('f', nameof(Defects.ARollbackThatSkipsARegion))]
    [InlineData('f', nameof(Defects.ARollbackThatLooksOnce))]
    [InlineData('g', nameof(Defects.PublicByDefault))]
    [InlineData('h', nameof(Defects.TagsInASecondCall))]
    [InlineData('i', nameof(Defects.LooksWithoutAPause))]
    [InlineData('j', nameof(Defects.NoRetries))]
    [InlineData('k', nameof(Defects.ASourceThatIsGivenUpUnverified))]
    public void A_defect_breaks_its_promise_within_2000_seeds(char promise, string defect)
    {
        var options = new StormOptions { Defect = Defects.All[defect] };
        var found = Enumerable.Range(0, Seeds / AtATime).SelectMany(block => Find(block * AtATime + 1, options)).FirstOrDefault(breach => breach.Invariant == promise);

        Assert.True(found is not null, $"Nothing was found in {Seeds} seeds.");
    }

    private static List<Storms.Invariants.Breach> Find(int first, StormOptions options) =>
        [.. Storm.RunMany(Enumerable.Range(first, AtATime).Select(seed => (long)seed), options).SelectMany(outcome => outcome.Breaches)];
}
