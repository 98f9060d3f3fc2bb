namespace Amicast.Simulator.Tests.Facts.Filters;

/// <summary>The rich account some hours later: with an image made and one that failed, a spot instance, a volume, a time-based copy and a snapshot that is pending.</summary>
internal sealed class FilterWorld
{
    private static readonly string[] Tagged = ["TagSpecification.1.Tag.1.Key=Stage", "TagSpecification.1.Tag.1.Value=test"];

    /// <summary>Calls take no time, so that no question makes it later for the next.</summary>
    private readonly QueryWorld _world = new(atOnce: true);

    private readonly Dictionary<string, string> _names = new()
    {
        ["ami-00000000000000001"] = "web", ["ami-00000000000000002"] = "db", ["ami-00000000000000003"] = "amazon", ["ami-00000000000000005"] = "managed",
        ["i-00000000000000001"] = "web", ["i-00000000000000002"] = "db", ["lt-00000000000000001"] = "web", ["lt-00000000000000002"] = "db",
        ["vol-00000000000000001"] = "web", ["vol-00000000000000002"] = "web-data", ["vol-00000000000000003"] = "db",
        ["snap-00000000000000001"] = "web", ["snap-00000000000000002"] = "web-data", ["snap-00000000000000003"] = "db",
        ["snap-00000000000000004"] = "amazon", ["snap-00000000000000005"] = "managed",
    };

    internal FilterWorld()
    {
        _world.Wait(TimeSpan.FromMinutes(1));
        Make("failed", "imageId", "CopyImage&SourceRegion=eu-central-1&SourceImageId=ami-00000000000000009&Name=failed-1&Encrypted=true&KmsKeyId=alias/none");
        Make("created", "imageId", $"CreateImage&InstanceId=i-00000000000000002&Name=created-1&Description=db+tier&TagSpecification.1.ResourceType=image&{string.Join('&', Tagged)}");
        Make("timed", "snapshotId", $"CopySnapshot&SourceRegion=eu-central-1&SourceSnapshotId=snap-00000000000000009&CompletionDurationMinutes=15&TagSpecification.1.ResourceType=snapshot&{string.Join('&', Tagged)}");
        Make("extra", "volumeId", $"CreateVolume&AvailabilityZone=us-east-1c&Size=9&VolumeType=gp3&TagSpecification.1.ResourceType=volume&{string.Join('&', Tagged)}");
        Make(
            "spot", "instanceId",
            "RunInstances&MinCount=1&MaxCount=1&LaunchTemplate.LaunchTemplateName=web&KeyName=web&InstanceMarketOptions.MarketType=spot&ClientToken=once&Monitoring.Enabled=true"
            + "&EbsOptimized=true&MetadataOptions.HttpTokens=optional&MetadataOptions.HttpPutResponseHopLimit=3&Placement.AvailabilityZone=us-east-1b&SecurityGroupId.1=sg-0000000000000000a");
        _world.Values("instanceId", "Action=StopInstances&InstanceId.1=i-00000000000000001");
        _world.Values(
            "versionNumber",
            "Action=CreateLaunchTemplateVersion&LaunchTemplateName=web&LaunchTemplateData.EbsOptimized=true&LaunchTemplateData.MetadataOptions.HttpTokens=optional"
            + "&LaunchTemplateData.MetadataOptions.HttpEndpoint=disabled");
        _world.Wait(TimeSpan.FromHours(2));
        Make("pending", "snapshotId", "CreateSnapshot&VolumeId=vol-00000000000000003&Description=nightly");
        NameWhatCameWithIt();
    }

    /// <summary>What the filter finds.</summary>
    internal string Find(string operation, string filter, string value)
    {
        var (element, query) = Question(operation);
        var found = _world.Values(element, $"Action={operation}{query}&Filter.1.Name={Uri.EscapeDataString(filter)}&Filter.1.Value.1={Uri.EscapeDataString(Fill(value))}");
        return string.Join(' ', found.Select(id => _names.GetValueOrDefault(id, id)));
    }

    private static (string Element, string Query) Question(string operation) => operation switch
    {
        "DescribeRegions" => ("regionName", "&AllRegions=true"),
        "DescribeAvailabilityZones" => ("zoneName", ""),
        "DescribeVpcs" => ("vpcId", ""),
        "DescribeSubnets" => ("subnetId", ""),
        "DescribeSecurityGroups" => ("groupId", ""),
        "DescribeKeyPairs" => ("keyName", ""),
        "DescribeImages" => ("imageId", ""),
        "DescribeSnapshots" => ("snapshotId", ""),
        "DescribeVolumes" => ("volumeId", ""),
        "DescribeInstances" => ("instanceId", ""),
        "DescribeInstanceStatus" => ("instanceId", "&IncludeAllInstances=true"),
        "DescribeLaunchTemplates" => ("launchTemplateId", ""),
        "DescribeLaunchTemplateVersions" => ("versionNumber", "&LaunchTemplateName=web"),
        "DescribeTags" => ("resourceId", ""),
        _ => ("instanceType", ""),
    };

    /// <summary><c>{name}</c> stands for the id of that name, <c>{start}</c> for the moment when the account began.</summary>
    private string Fill(string value) => _names
        .Select(pair => (Name: $"{{{pair.Key.Split('-')[0]}:{pair.Value}}}", Id: pair.Key))
        .Aggregate(value.Replace("{start}", "2026-11-22T02:00:00.000Z", StringComparison.Ordinal), (filled, pair) => filled.Replace(pair.Name, pair.Id, StringComparison.Ordinal));

    private void Make(string name, string element, string query) => _names[_world.Values(element, $"Action={query}")[0]] = name;

    private void NameWhatCameWithIt()
    {
        Name("spot", "spot-data", _world.Values("volumeId", "Action=DescribeVolumes&Filter.1.Name=availability-zone&Filter.1.Value.1=us-east-1b"));
        Name("failed", null, _world.Values("snapshotId", "Action=DescribeSnapshots&Filter.1.Name=status&Filter.1.Value.1=error"));
        Name("created", null, _world.Values("snapshotId", "Action=DescribeSnapshots&Filter.1.Name=description&Filter.1.Value.1=Created*"));
        Name("default", null, _world.Values("vpcId", "Action=DescribeVpcs"));
        Name("default", null, _world.Values("groupId", "Action=DescribeSecurityGroups"));
        foreach (var zone in (string[])["a", "b", "c"])
        {
            Name(zone, null, _world.Values("subnetId", $"Action=DescribeSubnets&Filter.1.Name=availability-zone&Filter.1.Value.1=us-east-1{zone}"));
        }
    }

    private void Name(string first, string? second, IReadOnlyList<string> ids)
    {
        _names[ids[0]] = first;
        if (second is not null)
        {
            _names[ids[1]] = second;
        }
    }
}
