using Amicast.Simulator.Ec2.Wire;

namespace Amicast.Simulator.Ec2.Snapshots;

/// <summary>Takes all permissions from a snapshot: it is private again.</summary>
internal sealed class ResetSnapshotAttribute : Operation
{
    internal override Effect Prepare(Call call)
    {
        var attribute = call.Parameters.Required("Attribute");
        var snapshot = call.OwnSnapshot();
        if (attribute != "createVolumePermission")
        {
            throw RequestErrors.InvalidValue("attribute", attribute);
        }

        return () =>
        {
            snapshot.Permissions.Clear();
            return response => response.Flag("return", true);
        };
    }
}
