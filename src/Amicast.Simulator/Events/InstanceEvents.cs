using Amicast.Simulator.Ec2;
using Amicast.Simulator.Ec2.Instances;

namespace Amicast.Simulator.Events;

/// <summary><see cref="DetailTypes.Instance"/>: source, EC2 User Guide, "State change events for Amazon EC2 instances".</summary>
internal static class InstanceEvents
{
    /// <summary>Announces the states that the call brings an instance to, each unless something else happens before.</summary>
    internal static void Announce(this Call call, Instance instance)
    {
        foreach (var (moment, state) in instance.Life.StatesFrom(call.Now))
        {
            call.Account.Events.Announce(
                call, moment, () => instance.Life.StatesFrom(moment) is [var next, ..] && next == (moment, state) ? News(call, instance, state) : null);
        }
    }

    private static News News(Call call, Instance instance, InstanceState state) => new(
        DetailTypes.Instance,
        [$"arn:aws:ec2:{call.Region.Name}:{instance.OwnerId}:instance/{instance.Id}"],
        new() { ["instance-id"] = instance.Id, ["state"] = state.Name });
}
