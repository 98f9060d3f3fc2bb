namespace Amicast.Simulator.Ec2.Limits;

/// <summary>A bucket that is full at first; what it holds is computed from the clock.</summary>
internal sealed class TokenBucket(Rate rate)
{
    private double _tokens = rate.Bucket;
    private DateTimeOffset _at = DateTimeOffset.MinValue;

    /// <summary>Takes that many tokens, if there are as many; else none.</summary>
    internal bool TryTake(int tokens, DateTimeOffset now)
    {
        if (_at != DateTimeOffset.MinValue)
        {
            _tokens = Math.Min(rate.Bucket, _tokens + (now - _at).TotalSeconds * rate.RefillPerSecond);
        }

        _at = now;
        if (_tokens < tokens)
        {
            return false;
        }

        _tokens -= tokens;
        return true;
    }
}
