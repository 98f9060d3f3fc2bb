using Amicast.Simulator.Ec2.Resources;
using Amicast.Simulator.Ec2.Wire;

namespace Amicast.Simulator.Ec2.Snapshots;

internal static class VolumeErrors
{
    internal static void CheckId(string id) => ResourceIds.Check(id, "vol", "InvalidVolumeID.Malformed");

    internal static Ec2Exception NotFound(IReadOnlyList<string> ids) => new("InvalidVolume.NotFound", ids.Count == 1
        ? $"The volume '{ids[0]}' does not exist."
        : $"The volumes '{string.Join(", ", ids)}' do not exist.");

    internal static Ec2Exception InUse(Volume volume, string instanceId) =>
        new("VolumeInUse", $"Volume {volume.Id} is currently attached to {instanceId}");
}
