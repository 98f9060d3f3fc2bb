using System.Diagnostics;

namespace Amicast.Benchmarks;

/// <summary>Wall times of repeated work, in milliseconds. The best says what the code takes, the median what a busy machine makes of it.</summary>
internal sealed record Rounds(double Best, double Median, double Worst)
{
    /// <summary>Does the work once to warm up, and then that many times.</summary>
    internal static Rounds Of(int rounds, Action work)
    {
        work();
        return Of([.. Enumerable.Range(0, rounds).Select(_ => Time(work))]);
    }

    internal static Rounds Of(IReadOnlyList<double> times)
    {
        var sorted = times.Order().ToList();
        return new(sorted[0], sorted[sorted.Count / 2], sorted[^1]);
    }

    internal static double Time(Action work)
    {
        var start = Stopwatch.GetTimestamp();
        work();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    /// <summary>How many a second, of so many in each round: at the median, and at best.</summary>
    internal string Rate(int each) => $"{1000 * each / Median:N0} a second (best {1000 * each / Best:N0}, worst {1000 * each / Worst:N0})";

    public override string ToString() => $"{Median:N2} ms (best {Best:N2}, worst {Worst:N2})";
}
