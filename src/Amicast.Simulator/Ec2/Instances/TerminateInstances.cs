using Amicast.Simulator.Events;

namespace Amicast.Simulator.Ec2.Instances;

/// <summary>Terminating what is terminated already is no error.</summary>
internal sealed class TerminateInstances : ChangeInstances
{
    private protected override void Check(Instance instance, Call call)
    {
        if (instance.DisableApiTermination)
        {
            throw InstanceErrors.TerminationProtected(instance.Id);
        }
    }

    private protected override void Change(Instance instance, Call call)
    {
        var state = instance.Life.StateAt(call.Now);
        if (state != InstanceState.ShuttingDown && state != InstanceState.Terminated)
        {
            instance.Terminate(call.Now, call.Account.Durations);
            call.Announce(instance);
        }
    }
}
