using Amicast.Simulator.Ec2.Instances;
using Amicast.Simulator.Ec2.Snapshots;

namespace Amicast.Simulator.Ec2.Templates;

/// <summary>What to say in a launch template to launch an instance like a given one.</summary>
internal sealed class GetLaunchTemplateData : Operation
{
    internal override Effect Prepare(Call call)
    {
        var instance = call.Instance(call.Parameters.Required("InstanceId"));
        return () => response =>
        {
            response.Open("launchTemplateData");
            LaunchSettingsXml.Write(response, Of(instance, call.Now));
            response.Close("launchTemplateData");
        };
    }

    private static LaunchSettings Of(Instance instance, DateTimeOffset now) => new()
    {
        ImageId = instance.ImageId,
        InstanceType = instance.InstanceType,
        KeyName = instance.KeyName,
        BlockDevices = [.. instance.VolumesAt(now).Select(Of)],
        NetworkInterfaces = [new(0) { SubnetId = instance.SubnetId, SecurityGroupIds = instance.SecurityGroupIds, DeleteOnTermination = true }],
        Zone = instance.Zone,
        Tenancy = "default",
        IamInstanceProfileArn = instance.IamInstanceProfileArn,
        UserData = instance.UserData,
        EbsOptimized = instance.EbsOptimized,
        Monitoring = instance.Monitoring,
        DisableApiTermination = instance.DisableApiTermination,
        MarketType = instance.IsSpot ? "spot" : null,
        HttpTokens = instance.Metadata.HttpTokens,
        HttpEndpoint = instance.Metadata.HttpEndpoint,
        HttpPutResponseHopLimit = instance.Metadata.HttpPutResponseHopLimit,
        Tags = TagsOf(instance, now),
    };

    private static BlockDevice Of(Volume volume) => new(volume.Attachment!.Device)
    {
        SnapshotId = volume.SnapshotId,
        SizeGiB = volume.SizeGiB,
        VolumeType = volume.VolumeType,
        DeleteOnTermination = volume.Attachment.DeleteOnTermination,
        Encrypted = volume.Key is not null,
        KmsKeyId = volume.Key?.Arn,
    };

    private static Dictionary<string, IReadOnlyDictionary<string, string>> TagsOf(Instance instance, DateTimeOffset now)
    {
        var tags = instance.ShownTags(now).Where(tag => !tag.Key.StartsWith("aws:", StringComparison.Ordinal)).ToDictionary();
        return tags.Count > 0 ? new() { ["instance"] = tags } : [];
    }
}
