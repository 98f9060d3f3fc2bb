using Amicast.Local.State;
using Amicast.Reports;
using Amicast.Runs;
using Amicast.Simulator.Account;
using Amicast.Simulator.Faults;
using Amicast.VirtualTime;

namespace Amicast.Local.Tests.State;

/// <summary>The life of one process that carries out runs: it has a world of its own, and with others it has the account and the folder of kept runs in common.</summary>
internal sealed class Lifetime : IDisposable
{
    internal const string Run = "run-1";
    internal const string AccountId = "123456789012";
    private readonly VirtualClock _clock;

    internal Lifetime(string folder, AccountDocument account, string run = Run)
    {
        _clock = new VirtualClock(account.StartsAt);
        Cloud = LocalCloud.Simulated(_clock, seed: 1, account, FaultPlan.None, Deployment.Default);
        Store = RunStore.Open(folder);
        Lock = Store.TryLock(run) ?? throw new InvalidOperationException("Another one has it.");
        Keeper = RunKeeper.Keep(Cloud, Store, run, AccountId);
    }

    internal LocalCloud Cloud { get; }

    internal RunStore Store { get; }

    internal RunLock Lock { get; }

    internal RunKeeper Keeper { get; }

    /// <summary>Begins an execution, and dies so long after it.</summary>
    internal AccountDocument DieAfter(TimeSpan life, Func<RunControl, Task<RunStart>> begin)
    {
        _clock.Run(async () =>
        {
            await begin(Cloud.Runs);
            await Task.Delay(life, _clock);
        });
        return Cloud.Account!.Save();
    }

    /// <summary>Carries an execution out to its end.</summary>
    internal Report Live(Func<RunControl, Task<RunStart>> begin) => _clock.Run(async () =>
    {
        var start = await begin(Cloud.Runs);
        var follower = Cloud.Runs.Follow(start.Run, start.Execution);
        RunView seen;
        while (!(seen = await follower.LookAsync()).HasEnded)
        {
            await Task.Delay(TimeSpan.FromMinutes(1), _clock);
        }

        return seen.Report ?? throw new InvalidOperationException($"No report: {seen.Error}");
    });

    internal T Within<T>(Func<Task<T>> work) => _clock.Run(work);

    public void Dispose()
    {
        Lock.Dispose();
        Store.Dispose();
    }
}
