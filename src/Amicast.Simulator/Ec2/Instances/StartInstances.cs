using Amicast.Simulator.Events;
using Amicast.Simulator.Faults;
using Amicast.Simulator.Iam.Authorization.Ec2;

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

    private protected override void Begin(IReadOnlyList<Instance> instances, Call call)
    {
        if (instances.FirstOrDefault(instance => IsStopped(instance, call)) is { } first && call.Strikes(FaultKind.NoCapacity))
        {
            throw InstanceErrors.NoCapacity(first.InstanceType, first.Zone);
        }
    }

    private protected override void Change(Instance instance, Call call)
    {
        if (!IsStopped(instance, call))
        {
            return;
        }

        instance.LaunchedAt = call.Now;
        if (call.MayAttach(instance.VolumesAt(call.Now).Select(volume => volume.Key)))
        {
            instance.Life.Start(call.Now, call.Account.Durations);
        }
        else
        {
            instance.Life.FailToStart(call.Now, call.Account.Durations, InstanceErrors.LaunchFailed);
        }

        call.Announce(instance);
    }

    private static bool IsStopped(Instance instance, Call call) => instance.Life.StateAt(call.Now) == InstanceState.Stopped;
}
