using Amicast.StatesLanguage.Definition;
using Amicast.VirtualTime;

namespace Amicast.StatesLanguage.States;

/// <summary>The retries of one visit: each retrier counts its own.</summary>
internal sealed class RetryCounters(IReadOnlyList<Retrier> retriers, Chance chance)
{
    private readonly int[] _used = new int[retriers.Count];

    /// <summary>How long to wait before the next try after <paramref name="error"/>, or null if it is not tried again.</summary>
    /// <remarks>The first retrier that names the error decides, also when it has none left.</remarks>
    public TimeSpan? NextDelay(string error)
    {
        for (var i = 0; i < retriers.Count; i++)
        {
            if (retriers[i].ErrorEquals.Contains(error))
            {
                return _used[i] < retriers[i].MaxAttempts ? DelayOf(retriers[i], _used[i]++) : null;
            }
        }

        return null;
    }

    private TimeSpan DelayOf(Retrier retrier, int before)
    {
        const double LongestWait = 99_999_999;
        var seconds = retrier.IntervalSeconds * Math.Pow(retrier.BackoffRate, before);
        var delay = TimeSpan.FromSeconds(Math.Min(seconds, retrier.MaxDelaySeconds ?? LongestWait));
        return retrier.FullJitter ? chance.Between(TimeSpan.Zero, delay) : delay;
    }
}
