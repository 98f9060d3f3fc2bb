using Amicast.Simulator.Ec2;
using Amicast.Simulator.Ec2.Regions;
using Amicast.Simulator.Ec2.Resources;
using Amicast.Simulator.Ec2.Snapshots;
using Amicast.Simulator.Ec2.Tags;

namespace Amicast.Simulator.Iam.Authorization.Ec2;

/// <summary>What the operations on volumes authorise.</summary>
/// <remarks>Source: "Actions, resources, and condition keys for Amazon EC2".</remarks>
internal static class VolumeRules
{
    internal static IEnumerable<AuthorizationRule> All =>
    [
        new("ec2:CreateVolume", Create, [TagsAtCreation.Action, .. EncryptionActions.All]),
        new("ec2:DeleteVolume", call => [call.Ask("ec2:DeleteVolume", Ec2Resources.Of(call, call.NamedVolume()))]),
    ];

    private static IEnumerable<AuthorizationRequest> Create(Call call)
    {
        const string action = "ec2:CreateVolume";
        var snapshot = call.Parameters.Text("SnapshotId") is { Length: > 0 } id ? call.Snapshot(call.Region, id) : null;
        var key = Encryption.Read(call.Parameters, call.Region).ForVolume(snapshot, call);
        var zone = CreateVolume.ZoneOf(call);
        var tags = TagSpecifications.Read(call.Parameters, "volume");
        var volume = Ec2Resources.New(call, "volume", tags.GetValueOrDefault("volume", TagSet.None))
            .With("ec2:AvailabilityZone", zone)
            .With("ec2:AvailabilityZoneId", ZoneId.Of(call.Region, zone))
            .With("ec2:Encrypted", Ec2Resources.Text(key is not null))
            .With("ec2:KmsKeyId", key?.Arn)
            .With("ec2:ParentSnapshot", snapshot is null ? null : Arns.OfEc2(call.Region, "", "snapshot", snapshot.Id))
            .With("ec2:VolumeSize", Ec2Resources.Text(CreateVolume.SizeOf(call.Parameters, snapshot)))
            .With("ec2:VolumeType", call.Parameters.Text("VolumeType") ?? CreateVolume.DefaultVolumeType);
        return
        [
            call.Ask(action, volume),
            .. snapshot is null ? [] : new[] { call.Ask(action, Source(call, snapshot)) },
            .. TagsAtCreation.Ask(call, tags, "CreateVolume", "volume"),
        ];
    }

    private static AuthorizedResource Source(Call call, Snapshot snapshot) => Ec2Resources.Of(call, snapshot, call.Region)
        .Without("ec2:SnapshotID")
        .With("ec2:Encrypted", Ec2Resources.Text(snapshot.Key is not null));
}
