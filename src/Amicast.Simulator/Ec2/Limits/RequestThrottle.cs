using Amicast.Simulator.Account;
using Amicast.Simulator.Ec2.Wire;

namespace Amicast.Simulator.Ec2.Limits;

/// <summary>The token buckets of one Region: one for each operation, and one for the instances that are launched.</summary>
internal sealed class RequestThrottle(LimitsDocument limits)
{
    private readonly Dictionary<(string Operation, bool Unfiltered), TokenBucket> _buckets = [];
    private readonly TokenBucket _launched = new(RequestRates.LaunchedInstances);

    /// <summary>Lets the request through, or not; also a request that is then refused for another reason has taken its token.</summary>
    /// <exception cref="Ec2Exception">RequestLimitExceeded.</exception>
    internal void Admit(Request request, DateTimeOffset now)
    {
        if (!limits.RequestThrottling)
        {
            return;
        }

        if (!BucketOf(request).TryTake(1, now) || !AdmitsLaunch(request, now))
        {
            throw RequestErrors.RequestLimitExceeded();
        }
    }

    private bool AdmitsLaunch(Request request, DateTimeOffset now) =>
        request.Operation != "RunInstances"
        || !int.TryParse(request.Parameters.Text("MaxCount"), out var count)
        || count < 1
        || _launched.TryTake(count, now);

    private TokenBucket BucketOf(Request request)
    {
        var said = limits.RequestRates.FirstOrDefault(rate => rate.Operation == request.Operation);
        var key = (request.Operation, Unfiltered: said is null && RequestRates.IsUnfiltered(request));
        if (!_buckets.TryGetValue(key, out var bucket))
        {
            var rate = said is null ? RequestRates.Of(request.Operation, key.Unfiltered) : new(said.Bucket, said.RefillPerSecond);
            _buckets[key] = bucket = new(rate);
        }

        return bucket;
    }
}
