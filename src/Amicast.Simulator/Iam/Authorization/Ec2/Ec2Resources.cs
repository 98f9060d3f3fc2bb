using System.Globalization;
using Amicast.Simulator.Ec2;
using Amicast.Simulator.Ec2.Images;
using Amicast.Simulator.Ec2.Instances;
using Amicast.Simulator.Ec2.Regions;
using Amicast.Simulator.Ec2.Resources;
using Amicast.Simulator.Ec2.Snapshots;

namespace Amicast.Simulator.Iam.Authorization.Ec2;

/// <summary>The resources of EC2 as policies see them, with the keys that "Condition keys for Amazon EC2" lists for most actions on them.</summary>
/// <remarks>
/// Choices: policies see a resource's tags at once, whenever callers do; the tags of another account's resource are not seen; keys of what the
/// simulated account does not have (placement groups, Outposts, operators, IOPS and throughput) are absent.
/// </remarks>
internal static class Ec2Resources
{
    /// <summary>What is there, whatever it is.</summary>
    internal static AuthorizedResource Of(Call call, Resource resource) => resource switch
    {
        Image image => Of(call, image, call.Region),
        Snapshot snapshot => Of(call, snapshot, call.Region).With("ec2:Encrypted", Text(snapshot.Key is not null)),
        Instance instance => Of(call, instance),
        Volume volume => Of(call, volume),
        _ => Plain(call, resource, call.Region),
    };

    internal static AuthorizedResource Of(Call call, Image image, Region region) => Plain(call, image, region)
        .With("ec2:ImageID", image.Id)
        .With("ec2:ImageType", "machine")
        .With("ec2:Owner", image.OwnerId)
        .With("ec2:Public", Text(image.IsPublic))
        .With("ec2:RootDeviceType", "ebs");

    internal static AuthorizedResource Of(Call call, Snapshot snapshot, Region region) => Plain(call, snapshot, region)
        .With("ec2:Owner", snapshot.OwnerId)
        .With("ec2:ParentVolume", Arns.OfEc2(region, snapshot.OwnerId, "volume", snapshot.VolumeId))
        .With("ec2:SnapshotID", snapshot.Id)
        .With("ec2:SnapshotTime", snapshot.CreatedAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture))
        .With("ec2:VolumeSize", Text(snapshot.SizeGiB));

    internal static AuthorizedResource Of(Call call, Volume volume) => Plain(call, volume, call.Region)
        .With("ec2:AvailabilityZone", volume.Zone)
        .With("ec2:AvailabilityZoneId", ZoneId.Of(call.Region, volume.Zone))
        .With("ec2:Encrypted", Text(volume.Key is not null))
        .With("ec2:ParentSnapshot", volume.SnapshotId is { } id ? Arns.OfEc2(call.Region, "", "snapshot", id) : null)
        .With("ec2:VolumeID", volume.Id)
        .With("ec2:VolumeSize", Text(volume.SizeGiB))
        .With("ec2:VolumeType", volume.VolumeType);

    internal static AuthorizedResource Of(Call call, Instance instance) => Plain(call, instance, call.Region)
        .With("ec2:AvailabilityZone", instance.Zone)
        .With("ec2:AvailabilityZoneId", ZoneId.Of(call.Region, instance.Zone))
        .With("ec2:EbsOptimized", Text(instance.EbsOptimized))
        .With("ec2:InstanceID", instance.Id)
        .With("ec2:InstanceMarketType", instance.IsSpot ? "spot" : "on-demand")
        .With("ec2:InstanceProfile", instance.IamInstanceProfileArn)
        .With("ec2:InstanceType", instance.InstanceType)
        .With(Metadata(instance.Metadata))
        .With(instance.ProductCodes.Select(code => new ContextValue("ec2:ProductCode", code)))
        .With("ec2:RootDeviceType", "ebs")
        .With("ec2:Tenancy", "default");

    /// <summary>What is there, with its tags alone.</summary>
    internal static AuthorizedResource Plain(Call call, Resource resource, Region region) => new(
        Arns.OfEc2(region, resource.OwnerId, resource.ResourceType, resource.Id),
        resource.OwnerId,
        resource.OwnerId == call.AccountId ? [.. TagKeys.OfResource(resource.Tags, "aws", "ec2")] : []);

    /// <summary>What the call is to make: it has no id yet, and no tags but those that the request gives it.</summary>
    internal static AuthorizedResource New(Call call, string kind, IReadOnlyDictionary<string, string>? tags = null) =>
        Named(call, kind, "*").With(TagKeys.Requested(tags ?? TagSet.None));

    /// <summary>What is of the account, and of which nothing is known but its id.</summary>
    internal static AuthorizedResource Named(Call call, string kind, string id) => new(Arns.OfEc2(call.Region, call.AccountId, kind, id), call.AccountId, []);

    internal static IEnumerable<ContextValue> Metadata(MetadataOptions options) =>
    [
        new("ec2:MetadataHttpEndpoint", options.HttpEndpoint),
        new("ec2:MetadataHttpPutResponseHopLimit", Text(options.HttpPutResponseHopLimit)),
        new("ec2:MetadataHttpTokens", options.HttpTokens),
    ];

    internal static string Text(bool value) => value ? "true" : "false";

    internal static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);
}
