using Amicast.Simulator.Ec2.Tags;
using Amicast.Simulator.Ec2.Wire;
using Amicast.Simulator.Events;

namespace Amicast.Simulator.Ec2.Snapshots;

internal sealed class CreateSnapshot : Operation
{
    internal override Effect Prepare(Call call)
    {
        RequestErrors.RefuseUnsupported(call.Parameters, "OutpostArn", "Location");
        var volume = call.NamedVolume();
        var description = VolumeSnapshot.ReadDescription(call);
        var tags = TagSpecifications.Read(call.Parameters, "snapshot");
        call.CheckNewSnapshots([volume]);
        return () =>
        {
            var snapshot = VolumeSnapshot.Take(call, volume, description, tags.For("snapshot"));
            call.AnnounceSnapshots([snapshot]);
            return response => SnapshotXml.Write(response, snapshot, call);
        };
    }
}
