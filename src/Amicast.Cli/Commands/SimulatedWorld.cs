using Amicast.Local;
using Amicast.Local.Announcing;
using Amicast.Local.Invoke;
using Amicast.Local.Native;
using Amicast.Simulator;
using Amicast.Simulator.Account;
using Amicast.Simulator.Faults;
using Amicast.StatesLanguage.Execution;
using Amicast.VirtualTime;

namespace Amicast.Cli.Commands;

/// <summary>A simulated account with the engine beside it, on a clock that is paced by the wall's.</summary>
internal sealed record SimulatedWorld(PacedClock Clock, LocalCloud Cloud, AccountDocument Account, NativeFunctions? Native = null)
{
    /// <param name="onCall">Is told every call to the account.</param>
    /// <exception cref="BadOptionException">An option names something that cannot be used.</exception>
    internal static SimulatedWorld Open(
        Simulation simulation,
        Deployment deployment,
        Terminal terminal,
        Action<CallRecord>? onCall = null,
        Uri? lambdaEndpoint = null,
        EndListener? endListener = null,
        NativeOptions? native = null)
    {
        if (simulation.Save is not null)
        {
            AccountFile.CheckWritable(simulation.Save);
        }

        var account = simulation.Account is null ? LocalCloud.ExampleAccount : new AccountFile(terminal).Read(simulation.Account);
        var faults = simulation.Faults is null ? FaultPlan.None : FaultChoice.Read(simulation.Faults);
#pragma warning disable RS0030 // The composition root gives the pace of the wall.
        var clock = new PacedClock(account.StartsAt, simulation.Speed, TimeProvider.System);
#pragma warning restore RS0030
        var processes = native is null ? null : new NativeFunctions(clock, native, new Chance(simulation.Seed).Fork("native"));
        ITaskInvoker Around(ITaskInvoker own) =>
            lambdaEndpoint is null ? processes ?? own : RemoteFunctions.Outside(processes ?? own, clock, lambdaEndpoint, new SocketsHttpHandler());

        var cloud = LocalCloud.Simulated(clock, simulation.Seed, account, faults, deployment, (own, _) => Around(own), keepsCalls: false, onCall: onCall, endListener: endListener);
        return new(clock, cloud, account, processes);
    }
}
