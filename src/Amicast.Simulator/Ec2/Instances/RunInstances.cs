using Amicast.Simulator.Ec2.Wire;

namespace Amicast.Simulator.Ec2.Instances;

/// <summary>From a launch template, whose settings the request's own override, or from the request alone.</summary>
internal sealed class RunInstances : Operation
{
    internal override bool TakesClientToken => true;

    internal override Effect Prepare(Call call)
    {
        var (least, most) = Counts(call.Parameters);
        LaunchLimits.CheckCount(most);
        var plan = LaunchPlan.Read(call);
        return () =>
        {
            var instances = Launch.Carry(call, plan, least, most);
            return response => Write(response, instances, call);
        };
    }

    private static (int Least, int Most) Counts(Parameters parameters)
    {
        parameters.Required("MinCount");
        parameters.Required("MaxCount");
        var (least, most) = (parameters.Number("MinCount") ?? 0, parameters.Number("MaxCount") ?? 0);
        return least >= 1 && most >= least
            ? (least, most)
            : throw RequestErrors.InvalidValue($"The MinCount ({least}) must be at least 1, and the MaxCount ({most}) not below it.");
    }

    /// <summary>Written anew for every request with the same token: the instances as they are by then.</summary>
    private static void Write(ResponseWriter response, IReadOnlyList<Instance> instances, Call call)
    {
        var now = call.Account.Now;
        if (instances.All(instance => instance.Life.StateAt(now) == InstanceState.Terminated))
        {
            throw InstanceErrors.IdempotentInstanceTerminated();
        }

        response.WriteReservation(instances, call.Region, now);
    }
}
