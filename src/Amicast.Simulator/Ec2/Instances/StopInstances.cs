using Amicast.Simulator.Ec2.Wire;
using Amicast.Simulator.Events;

namespace Amicast.Simulator.Ec2.Instances;

internal sealed class StopInstances : ChangeInstances
{
    private protected override void Check(Instance instance, Call call)
    {
        RequestErrors.RefuseUnsupported(call.Parameters, "Hibernate");
        if (instance.DisableApiStop)
        {
            throw InstanceErrors.StopProtected(instance.Id);
        }

        if (instance.IsSpot)
        {
            throw InstanceErrors.OneTimeSpot(instance.Id);
        }

        var state = instance.Life.StateAt(call.Now);
        if (state != InstanceState.Running && state != InstanceState.Stopping && state != InstanceState.Stopped)
        {
            throw InstanceErrors.IncorrectState(instance, "stopped");
        }
    }

    private protected override void Change(Instance instance, Call call)
    {
        if (instance.Life.StateAt(call.Now) == InstanceState.Running)
        {
            instance.Stop(call.Now, call.Account.Durations);
            call.Announce(instance);
        }
    }
}
