using Amicast.Requests;

namespace Amicast.Steps.Waiting;

/// <summary>How long to wait before the next look at instances that come up.</summary>
/// <remarks>
/// Instances show no progress. They run after 10 to 60 seconds, and status checks take one to four minutes more: nothing is looked for before
/// that can be. From there a look comes after a quarter of the time that has passed, and within 25 seconds.
/// </remarks>
internal static class StatusWait
{
    private const double Shortest = 5;
    private const double Longest = 25;
    private const double ShareOfPassed = 0.25;
    private const double SoonestRunning = 10;
    private const double SoonestStatusOk = 60;

    /// <summary>Seconds until the next look.</summary>
    /// <param name="since">Since the launch.</param>
    /// <param name="verify">What is waited for.</param>
    internal static int Next(TimeSpan since, Verification verify)
    {
        var soonest = verify switch { Verification.StatusOk => SoonestStatusOk, Verification.Running => SoonestRunning, _ => 0 };
        var passed = since.TotalSeconds;
        return (int)Math.Ceiling(verify == Verification.None ? 0 : passed < soonest ? Math.Max(soonest - passed, Shortest) : Math.Clamp(passed * ShareOfPassed, Shortest, Longest));
    }
}
