namespace Amicast.Simulator;

/// <summary>How long a call is on its way, and its answer again: each half takes a time of its own from this range.</summary>
/// <param name="Least">The shortest time of one half.</param>
/// <param name="Most">The longest time of one half.</param>
public sealed record Latency(TimeSpan Least, TimeSpan Most)
{
    /// <summary>20 to 120 ms.</summary>
    public static Latency Usual { get; } = new(TimeSpan.FromMilliseconds(20), TimeSpan.FromMilliseconds(120));
}
