using Amicast.Simulator.Ec2;
using Amicast.Simulator.Ec2.Instances;
using Amicast.Simulator.Ec2.Resources;
using Amicast.Simulator.Ec2.Templates;

namespace Amicast.Simulator.Iam.Authorization.Ec2;

/// <summary>The resources of a launch. With a launch template each says whether it is the template's: <c>ec2:IsLaunchTemplateResource</c>.</summary>
/// <remarks>
/// Choices: a resource is the template's if the request says nothing of it; the instance, if the request says nothing of an instance but its tags.
/// Where EC2 is to choose the subnet it is <c>subnet/*</c>, and the zone is absent. An image's own snapshots are not asked for, but one that a mapping names is.
/// </remarks>
internal sealed class LaunchResources(Call call, LaunchRequest launch)
{
    private LaunchSettings Own => launch.Own;

    private LaunchSettings Settings => launch.Settings;

    private NetworkInterface? Network => Settings.NetworkInterfaces.FirstOrDefault(network => network.DeviceIndex == 0);

    private string? SubnetId => Settings.SubnetId ?? Network?.SubnetId;

    private string VpcArn => Arns.OfEc2(call.Region, call.AccountId, "vpc", call.Region.Vpc.VpcId);

    private IEnumerable<ContextValue> ZoneKeys => Zones.Of(call.Region, Zone);

    private string? Zone => Settings.Zone ?? call.Region.Vpc.SubnetIds.FirstOrDefault(pair => pair.Value == SubnetId).Key;

    internal IEnumerable<AuthorizedResource> All() =>
    [
        Mark(Ec2Resources.Of(call, launch.Image, call.Region), Own.ImageId is null),
        Instance(),
        Interface(),
        .. Groups(),
        Mark(Ec2Resources.Named(call, "subnet", SubnetId ?? "*").With("ec2:SubnetID", SubnetId).With("ec2:Vpc", VpcArn).With(ZoneKeys), HasTemplateNetwork),
        .. Volumes(),
        .. Snapshots(),
        .. Settings.KeyName is { } key ? [Mark(Ec2Resources.Named(call, "key-pair", key).With("ec2:KeyPairName", key), Own.KeyName is null)] : Array.Empty<AuthorizedResource>(),
        .. launch.Template is { } template ? [Mark(Ec2Resources.Plain(call, template, call.Region), true)] : Array.Empty<AuthorizedResource>(),
        .. Settings.MarketType == "spot" ? [Ec2Resources.New(call, "spot-instances-request")] : Array.Empty<AuthorizedResource>(),
    ];

    private bool HasTemplateNetwork => Own.SubnetId is null && Own.NetworkInterfaces.Count == 0 && Own.Zone is null;

    private AuthorizedResource Mark(AuthorizedResource resource, bool isTemplates) => launch.Template is { } template
        ? resource
            .With("ec2:IsLaunchTemplateResource", Ec2Resources.Text(isTemplates))
            .With("ec2:LaunchTemplate", Arns.OfEc2(call.Region, template.OwnerId, "launch-template", template.Id))
        : resource;

    private AuthorizedResource Instance()
    {
        var instance = Ec2Resources.New(call, "instance", Settings.Tags.GetValueOrDefault("instance", TagSet.None))
            .With(ZoneKeys)
            .With("ec2:EbsOptimized", Ec2Resources.Text(Settings.EbsOptimized == true))
            .With("ec2:InstanceMarketType", Settings.MarketType == "spot" ? "spot" : "on-demand")
            .With("ec2:InstanceProfile", Launch.ProfileArn(call, Settings))
            .With("ec2:InstanceType", Settings.InstanceType ?? InstanceTypes.Default)
            .With(Ec2Resources.Metadata(Launch.MetadataOf(Settings)))
            .With(launch.Image.ProductCodes.Select(code => new ContextValue("ec2:ProductCode", code)))
            .With("ec2:RootDeviceType", "ebs")
            .With("ec2:Tenancy", Settings.Tenancy ?? "default");
        return Mark(instance, launch.SaysNothingOfTheInstance);
    }

    private AuthorizedResource Interface()
    {
        var made = Ec2Resources.New(call, "network-interface")
            .With("ec2:AssociatePublicIpAddress", Network?.AssociatePublicIpAddress is { } associates ? Ec2Resources.Text(associates) : null)
            .With(ZoneKeys.Take(1))
            .With("ec2:Subnet", SubnetId is null ? null : Arns.OfEc2(call.Region, call.AccountId, "subnet", SubnetId))
            .With("ec2:Vpc", VpcArn);
        return Mark(made, HasTemplateNetwork);
    }

    private IEnumerable<AuthorizedResource> Groups()
    {
        var isTemplates = Own.SecurityGroupIds.Count + Own.SecurityGroups.Count + Own.NetworkInterfaces.Count == 0;
        return LaunchPlace.ReadGroups(call.Region, Settings, Network)
            .Select(id => Mark(Ec2Resources.Named(call, "security-group", id).With("ec2:SecurityGroupID", id).With("ec2:Vpc", VpcArn), isTemplates));
    }

    private IEnumerable<AuthorizedResource> Volumes()
    {
        var tags = Settings.Tags.GetValueOrDefault("volume", TagSet.None);
        return LaunchDevice.Join(launch.Image, Settings.BlockDevices, call).Select(device => Mark(
            Ec2Resources.New(call, "volume", tags)
                .With(ZoneKeys)
                .With("ec2:Encrypted", Ec2Resources.Text(device.Key is not null))
                .With("ec2:ParentSnapshot", device.SnapshotId is { } id ? Arns.OfEc2(call.Region, "", "snapshot", id) : null)
                .With("ec2:VolumeSize", Ec2Resources.Text(device.SizeGiB))
                .With("ec2:VolumeType", device.VolumeType),
            Own.BlockDevices.All(mapping => mapping.DeviceName != device.DeviceName)));
    }

    private IEnumerable<AuthorizedResource> Snapshots() =>
        from mapping in Settings.BlockDevices
        where mapping.SnapshotId is not null
        let snapshot = launch.Image.Devices.Select(device => device.Snapshot).FirstOrDefault(snapshot => snapshot.Id == mapping.SnapshotId)
        where snapshot is not null
        select Mark(Ec2Resources.Of(call, snapshot, call.Region), !Own.BlockDevices.Contains(mapping));
}
