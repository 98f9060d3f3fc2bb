using Amicast.Simulator.Ec2;
using Amicast.Simulator.Ec2.Instances;
using Amicast.Simulator.Ec2.Resources;
using Amicast.Simulator.Ec2.Snapshots;
using Amicast.Simulator.Ec2.Tags;

namespace Amicast.Simulator.Iam.Authorization.Ec2;

/// <summary>What the operations on snapshots authorise.</summary>
/// <remarks>Source: "Actions, resources, and condition keys for Amazon EC2".</remarks>
internal static class SnapshotRules
{
    internal static IEnumerable<AuthorizationRule> All =>
    [
        new("ec2:CreateSnapshot", Create, TagsAtCreation.Action),
        new("ec2:CreateSnapshots", CreateOfInstance, TagsAtCreation.Action),
        new("ec2:CopySnapshot", CopySnapshotRule.Ask, [TagsAtCreation.Action, .. EncryptionActions.All]),
        new("ec2:DeleteSnapshot", call => [call.Ask("ec2:DeleteSnapshot", Own(call))]),
        new("ec2:DescribeSnapshotAttribute", call => [call.Ask("ec2:DescribeSnapshotAttribute", Own(call).With("ec2:Encrypted", Ec2Resources.Text(call.OwnSnapshot().Key is not null)))]),
        new("ec2:ModifySnapshotAttribute", Modify),
        new("ec2:ResetSnapshotAttribute", call => [call.Ask("ec2:ResetSnapshotAttribute", Own(call))]),
    ];

    /// <summary>A snapshot to be, of a volume.</summary>
    internal static AuthorizedResource OfVolume(Call call, AuthorizedResource snapshot, Volume volume) => snapshot
        .With("ec2:ParentVolume", Arns.OfEc2(call.Region, volume.OwnerId, "volume", volume.Id))
        .With("ec2:VolumeSize", Ec2Resources.Text(volume.SizeGiB));

    private static AuthorizedResource Own(Call call) => Ec2Resources.Of(call, call.OwnSnapshot(), call.Region);

    private static IEnumerable<AuthorizationRequest> Create(Call call)
    {
        const string action = "ec2:CreateSnapshot";
        var volume = call.NamedVolume();
        var tags = TagSpecifications.Read(call.Parameters, "snapshot");
        return
        [
            call.Ask(action, OfVolume(call, Ec2Resources.New(call, "snapshot", tags.GetValueOrDefault("snapshot", TagSet.None)), volume)),
            call.Ask(action, Ec2Resources.Of(call, volume).Without("ec2:AvailabilityZone", "ec2:ParentSnapshot")),
            .. TagsAtCreation.Ask(call, tags, "CreateSnapshot", "snapshot"),
        ];
    }

    private static IEnumerable<AuthorizationRequest> CreateOfInstance(Call call)
    {
        const string action = "ec2:CreateSnapshots";
        var instance = call.Instance(call.Parameters.Structure("InstanceSpecification").Required("InstanceId"));
        var volumes = CreateSnapshots.VolumesOf(call);
        var tags = TagSpecifications.Read(call.Parameters, "snapshot");
        var snapshot = Ec2Resources.New(call, "snapshot", tags.GetValueOrDefault("snapshot", TagSet.None));
        string[] unlisted = ["ec2:AvailabilityZoneId", "ec2:InstanceMarketType", "ec2:MetadataHttpEndpoint", "ec2:MetadataHttpPutResponseHopLimit", "ec2:MetadataHttpTokens", "ec2:ProductCode"];
        return
        [
            call.Ask(action, Ec2Resources.Of(call, instance).Without(unlisted)),
            .. volumes.SelectMany(volume => new[]
            {
                call.Ask(action, OfVolume(call, snapshot, volume)),
                call.Ask(action, Ec2Resources.Of(call, volume).Without("ec2:AvailabilityZone", "ec2:AvailabilityZoneId", "ec2:ParentSnapshot")),
            }),
            .. TagsAtCreation.Ask(call, tags, "CreateSnapshots", "snapshot"),
        ];
    }

    /// <summary>
    /// Who is given or loses the permission. The reference also lists <c>ec2:Attribute</c>; users report that it is not there when the request is
    /// evaluated, so it is not here either: a policy that needs it allows nothing.
    /// </summary>
    private static IEnumerable<AuthorizationRequest> Modify(Call call)
    {
        var change = PermissionChange.Read(call.Parameters, "CreateVolumePermission");
        return
        [
            call.Ask("ec2:ModifySnapshotAttribute", Own(call).With([.. Keys("Add", change.Add), .. Keys("Remove", change.Remove)])),
        ];
    }

    private static IEnumerable<ContextValue> Keys(string change, IReadOnlyList<Permission> permissions) => permissions
        .Where(permission => permission.Element is Permission.UserId or Permission.Group)
        .Select(permission => new ContextValue($"ec2:{change}/{permission.Element}", permission.Value));
}
