using Amicast.Simulator.Ec2.Wire;

namespace Amicast.Simulator.Ec2.Snapshots;

/// <summary>The volume that a request names.</summary>
internal static class FindVolume
{
    /// <exception cref="Ec2Exception">MissingParameter, InvalidVolumeID.Malformed, InvalidVolume.NotFound.</exception>
    internal static Volume NamedVolume(this Call call)
    {
        var id = call.Parameters.Required("VolumeId");
        VolumeErrors.CheckId(id);
        return call.Region.Volumes.TryFind(id, call.Now, out var volume) ? volume : throw VolumeErrors.NotFound([id]);
    }
}
