using Amicast.Simulator.Events;
using Amicast.Simulator.Faults;

namespace Amicast.Simulator.Ec2.Instances;

internal sealed class StartInstances : ChangeInstances
{
    private protected override void Check(Instance instance, Call call)
    {
        var state = instance.Life.StateAt(call.Now);
        if (state != InstanceState.Stopped && state != InstanceState.Running && state != InstanceState.Pending)
        {
            throw InstanceErrors.IncorrectState(instance, "started");
        }
    }

    private protected override void Change(Instance instance, Call call)
    {
        if (instance.Life.StateAt(call.Now) != InstanceState.Stopped)
        {
            return;
        }

        if (call.Strikes(FaultKind.NoCapacity))
        {
            throw InstanceErrors.NoCapacity(instance.InstanceType, instance.Zone);
        }

        instance.LaunchedAt = call.Now;
        instance.Life.Start(call.Now, call.Account.Durations);
        call.Announce(instance);
    }
}
