namespace Amicast.VirtualTime;

/// <summary>Time that moves only when nothing is left to run: two simulated hours take milliseconds, and every run is the same.</summary>
/// <param name="start">What the clock shows at first.</param>
public sealed class VirtualClock(DateTimeOffset start) : WorldClock(start)
{
    private protected override void RunUntil(Task root)
    {
        while (!root.IsCompleted)
        {
            if (!Alarms.TryPeek(out var due))
            {
                throw NothingLeftToWaitFor();
            }

            RingNext(due);
        }
    }
}
