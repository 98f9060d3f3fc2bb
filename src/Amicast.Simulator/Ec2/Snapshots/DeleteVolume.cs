namespace Amicast.Simulator.Ec2.Snapshots;

internal sealed class DeleteVolume : Operation
{
    internal override Effect Prepare(Call call)
    {
        var volume = call.NamedVolume();
        if (volume.AttachmentAt(call.Now) is { } attachment)
        {
            throw VolumeErrors.InUse(volume, attachment.InstanceId);
        }

        return () =>
        {
            volume.GoneAt = call.Now;
            return response => response.Flag("return", true);
        };
    }
}
