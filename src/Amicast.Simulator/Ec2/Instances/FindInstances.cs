using Amicast.Simulator.Ec2.Wire;

namespace Amicast.Simulator.Ec2.Instances;

/// <summary>The instances that a request names.</summary>
internal static class FindInstances
{
    /// <exception cref="Ec2Exception">InvalidInstanceID.Malformed, InvalidInstanceID.NotFound.</exception>
    internal static Instance Instance(this Call call, string id)
    {
        InstanceErrors.CheckId(id);
        return call.Region.Instances.TryFind(id, call.Now, out var instance) ? instance : throw InstanceErrors.NotFound([id]);
    }

    /// <summary>All instances of <c>InstanceId.N</c>.</summary>
    /// <exception cref="Ec2Exception">As <see cref="Instance"/>; MissingParameter.</exception>
    internal static IReadOnlyList<Instance> NamedInstances(this Call call)
    {
        var ids = call.Parameters.List("InstanceId");
        foreach (var id in ids)
        {
            InstanceErrors.CheckId(id);
        }

        var missing = ids.Where(id => !call.Region.Instances.TryFind(id, call.Now, out _)).ToList();
        if (missing.Count > 0)
        {
            throw InstanceErrors.NotFound(missing);
        }

        return ids.Count > 0 ? [.. ids.Distinct().Select(call.Instance)] : throw RequestErrors.MissingParameter("InstanceId");
    }
}
