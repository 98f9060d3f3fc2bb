namespace Amicast.WorkflowTests.Waiting;

/// <summary>The ways in which a copy's progress has been seen to rise.</summary>
internal static class ProgressCurve
{
    internal const string Linear = "linear";

    internal static readonly IReadOnlyDictionary<string, Func<double, int?>> All = new Dictionary<string, Func<double, int?>>
    {
        [Linear] = share => (int)(share * 100),
        ["stalled at 99 %"] = share => Math.Min(99, (int)(share * 150)),
        ["jumps"] = share => (int)(share * 4) * 25,
        ["none shown"] = _ => null,
        ["late start"] = share => Math.Max(0, (int)((share - 0.5) * 200)),
    };
}
