using Amicast.Simulator.Faults;

namespace Amicast.Simulator.Ec2.Snapshots;

/// <summary>What faults do to the progress of an image's or a snapshot's making, but for ending it: none of it keeps the work from completing.</summary>
/// <param name="Factor">How many times as long the work takes.</param>
/// <param name="Stall">How long progress stands still, half way through.</param>
/// <param name="ShownBeforeLeap">The percentage that progress shows until it leaps, if it does.</param>
internal sealed record Hindrance(double Factor, TimeSpan Stall, int? ShownBeforeLeap)
{
    internal static Hindrance Of(Call call) => new(
        call.StrikeOf(FaultKind.Slow)?.Factor ?? 1,
        call.StrikeOf(FaultKind.Stalls)?.Delay ?? TimeSpan.Zero,
        call.StrikeOf(FaultKind.Jumps)?.Percent);

    internal TimeSpan Lengthen(TimeSpan duration) => duration * Factor + Stall;
}
