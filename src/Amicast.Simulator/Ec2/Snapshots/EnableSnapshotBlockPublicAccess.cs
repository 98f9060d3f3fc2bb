using Amicast.Simulator.Ec2.Regions;
using Amicast.Simulator.Ec2.Wire;

namespace Amicast.Simulator.Ec2.Snapshots;

/// <summary>Forbids to give snapshots to all. A choice: it holds at once, and what is public already stays so.</summary>
internal sealed class EnableSnapshotBlockPublicAccess : Operation
{
    internal override Effect Prepare(Call call)
    {
        var state = call.Parameters.Required("State");
        if (state is not (PublicAccess.BlockNewSharing or PublicAccess.BlockAllSharing))
        {
            throw RequestErrors.InvalidValue("State", state);
        }

        return () =>
        {
            call.Region.Settings.SnapshotBlockPublicAccess = state;
            return response => response.Text("state", state);
        };
    }
}
