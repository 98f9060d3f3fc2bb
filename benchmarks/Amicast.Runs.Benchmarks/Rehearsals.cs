using Amicast.Local;
using Amicast.Simulator.Account;
using Amicast.Simulator.Faults;
using Amicast.VirtualTime;

namespace Amicast.Runs.Benchmarks;

/// <summary>Whole runs of one request on virtual time, each on a cloud of its own, with some trouble of every kind.</summary>
internal sealed class Rehearsals(string requestFile)
{
    private static readonly FaultPlan Trouble = FaultPlan.FromProbability(0.02);
    private readonly string _request = File.ReadAllText(requestFile);
    private readonly AccountDocument _account = LocalCloud.ExampleAccount;

    /// <summary>Runs each seed to its end and returns how many calls they made to the account.</summary>
    internal long Run(int firstSeed, int count) => Enumerable.Range(firstSeed, count).AsParallel().Sum(seed => Run(seed));

    private long Run(int seed)
    {
        var clock = new VirtualClock(_account.StartsAt);
        var calls = 0L;
        var cloud = LocalCloud.Simulated(clock, seed, _account, Trouble, Deployment.Default, keepsCalls: false, onCall: _ => calls++);
        clock.Run(() => FollowAsync(cloud.Runs, clock));
        return calls;
    }

    private async Task<RunView> FollowAsync(RunControl runs, VirtualClock clock)
    {
        await runs.StartAsync("run-1", _request);
        var follower = runs.Follow("run-1");
        while (true)
        {
            if (await follower.LookAsync() is { HasEnded: true } end)
            {
                return end;
            }

            await Task.Delay(TimeSpan.FromHours(1), clock);
        }
    }
}
