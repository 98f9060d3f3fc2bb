using Amicast.Simulator.Ec2.Regions;
using Amicast.Simulator.Ec2.Tags;
using Amicast.Simulator.Ec2.Wire;
using Amicast.Simulator.Iam.Authorization.Ec2;

namespace Amicast.Simulator.Ec2.Snapshots;

/// <summary>An empty volume, or one from a snapshot, in one Availability Zone.</summary>
internal sealed class CreateVolume : Operation
{
    internal const string DefaultVolumeType = "gp2";
    private const int MostGiB = 65_536;
    private static readonly string[] VolumeTypes = ["gp2", "gp3", "io1", "io2", "sc1", "st1", "standard"];

    internal override bool TakesClientToken => true;

    internal override Effect Prepare(Call call)
    {
        var parameters = call.Parameters;
        RequestErrors.RefuseUnsupported(
            parameters, "OutpostArn", "MultiAttachEnabled", "Iops", "Throughput", "VolumeInitializationRate", "Operator.Principal");
        var zone = ZoneOf(call);
        var snapshot = parameters.Text("SnapshotId") is { Length: > 0 } id ? call.Snapshot(call.Region, id).Completed(call.Now) : null;
        var size = SizeOf(parameters, snapshot);
        var volumeType = parameters.Text("VolumeType") ?? DefaultVolumeType;
        if (!VolumeTypes.Contains(volumeType))
        {
            throw RequestErrors.InvalidValue("volumeType", volumeType);
        }

        var key = Encryption.Read(parameters, call.Region).ForVolume(snapshot, call);
        var tags = TagSpecifications.Read(parameters, "volume");
        return () =>
        {
            var volume = new Volume
            {
                Id = call.Account.Ids.Next("vol"),
                OwnerId = call.AccountId,
                CreatedAt = call.Now,
                Visibility = call.NewVisibility()(),
                Tags = tags.For("volume"),
                SizeGiB = size,
                VolumeType = volumeType,
                Zone = zone,
                Key = key,
                SnapshotId = snapshot?.Id,
                IsLost = !call.CanUse(key) || !call.CanUse(snapshot?.Key) || !call.MayEncrypt(snapshot?.Key, key),
                AvailableAt = call.Now + call.Account.Durations.Registration(),
            };
            call.Region.Volumes.Add(volume);
            return response => VolumeXml.Write(response, volume, call);
        };
    }

    internal static string ZoneOf(Call call)
    {
        var zones = call.Region.Zones;
        if (call.Parameters.Text("AvailabilityZoneId") is { } zoneId)
        {
            var at = Enumerable.Range(0, zones.Count).FirstOrDefault(i => ZoneId.Of(call.Region.Name, i) == zoneId, -1);
            return at >= 0 ? zones[at] : throw InvalidZone(zoneId);
        }

        var zone = call.Parameters.Required("AvailabilityZone");
        return zones.Contains(zone) ? zone : throw InvalidZone(zone);
    }

    internal static int SizeOf(Parameters parameters, Snapshot? snapshot)
    {
        var size = parameters.Number("Size") ?? snapshot?.SizeGiB ?? throw RequestErrors.MissingParameter("Size or SnapshotId");
        if (size < snapshot?.SizeGiB)
        {
            throw RequestErrors.InvalidValue($"The size of the volume ({size} GiB) is smaller than that of the snapshot ({snapshot.SizeGiB} GiB).");
        }

        return size is >= 1 and <= MostGiB ? size : throw RequestErrors.InvalidValue("size", $"{size}");
    }

    private static Ec2Exception InvalidZone(string zone) => new("InvalidZone.NotFound", $"The zone '{zone}' does not exist.");
}
