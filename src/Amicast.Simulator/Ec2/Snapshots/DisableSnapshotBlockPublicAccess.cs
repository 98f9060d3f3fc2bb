using Amicast.Simulator.Ec2.Regions;

namespace Amicast.Simulator.Ec2.Snapshots;

internal sealed class DisableSnapshotBlockPublicAccess : Operation
{
    internal override Effect Prepare(Call call) => () =>
    {
        call.Region.Settings.SnapshotBlockPublicAccess = PublicAccess.Unblocked;
        return response => response.Text("state", PublicAccess.Unblocked);
    };
}
