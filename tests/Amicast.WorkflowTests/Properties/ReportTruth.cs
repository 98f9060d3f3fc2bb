using Amazon.EC2;
using Amazon.EC2.Model;
using Amicast.Aws;
using Amicast.Plans;
using Amicast.Reports;

namespace Amicast.WorkflowTests.Properties;

/// <summary>Looks up every line of a report in the account, with the client that anybody would use, and names what is not so.</summary>
internal sealed class ReportTruth(AwsClients aws, Report report)
{
    /// <summary>What of a Region's report is looked up, and what is no fact of the account. A new property belongs in one of the two.</summary>
    internal static readonly string[] LookedUp = ["Image", "Instances", "Others", "Permissions", "Region", "Share", "Template"];

    internal static readonly string[] NoFact = ["Failure", "Launch", "Succeeded", "Unseen"];

    private readonly List<string> _untrue = [];

    internal async Task<IReadOnlyList<string>> CheckAsync()
    {
        if (report is { Source: { } source, Image: { } first })
        {
            await CheckImageAsync(aws.Ec2(source.Region), source.Region, first);
        }

        foreach (var region in report.Regions)
        {
            await CheckRegionAsync(aws.Ec2(region.Region), region);
        }

        return _untrue;
    }

    private async Task CheckRegionAsync(IAmazonEC2 ec2, RegionReport region)
    {
        if (region.Image is { } image)
        {
            await CheckImageAsync(ec2, region.Region, image);
            await CheckPermissionsAsync(ec2, region, image, region.Share ?? report.Share);
        }

        await CheckInstancesAsync(ec2, region);
        if (region.Template is { } template)
        {
            await CheckTemplateAsync(ec2, region.Region, template);
        }

        foreach (var other in region.Others)
        {
            await CheckOtherAsync(ec2, region.Region, other);
        }
    }

    private async Task CheckImageAsync(IAmazonEC2 ec2, string region, ReportedImage said)
    {
        var answer = await ec2.DescribeImagesAsync(new DescribeImagesRequest { Filters = [new Filter("image-id", [said.ImageId])], IncludeDisabled = true });
        var found = answer.Images?.SingleOrDefault();
        var shown = found?.BlockDeviceMappings?.Select(device => device.Ebs?.SnapshotId).OfType<string>() ?? [];
        // An image that failed early may show its snapshots only after the report was written.
        var snapshots = said.State == "available" ? shown : shown.Intersect(said.Snapshots);
        Expect($"{region} {said.ImageId}", $"{said.Name} {said.State} {Sorted(said.Snapshots)}", $"{found?.Name} {found?.State?.Value} {Sorted(snapshots)}");
    }

    private async Task CheckPermissionsAsync(IAmazonEC2 ec2, RegionReport region, ReportedImage image, PlannedShare? share)
    {
        if (region.Permissions is not { } said)
        {
            return;
        }

        var attribute = await ec2.DescribeImageAttributeAsync(new DescribeImageAttributeRequest { ImageId = image.ImageId, Attribute = ImageAttributeName.LaunchPermission });
        var holders = attribute.ImageAttribute.LaunchPermissions?.Select(p => p.UserId ?? p.Group?.Value ?? p.OrganizationArn ?? p.OrganizationalUnitArn).ToHashSet() ?? [];
        Expect($"{region.Region} launch permission", Shown(said.Image), Shown([holders], [.. share?.Accounts ?? [], .. share?.Organizations ?? [], .. share?.OrganizationalUnits ?? []]));
        if (said.Snapshots is { } snapshots)
        {
            Expect($"{region.Region} snapshot permission", Shown(snapshots), Shown(await HoldersOfSnapshotsAsync(ec2, image), share is { Snapshots: true } ? share.Accounts : []));
        }
    }

    private static async Task<List<HashSet<string>>> HoldersOfSnapshotsAsync(IAmazonEC2 ec2, ReportedImage image)
    {
        var holders = new List<HashSet<string>>();
        foreach (var snapshot in image.Snapshots)
        {
            var attribute = await ec2.DescribeSnapshotAttributeAsync(
                new DescribeSnapshotAttributeRequest { SnapshotId = snapshot, Attribute = SnapshotAttributeName.CreateVolumePermission });
            holders.Add(attribute.CreateVolumePermissions?.Select(p => p.UserId ?? p.Group.Value).ToHashSet() ?? []);
        }

        return holders;
    }

    private static string Shown(Holders said) => $"public {said.Public}, asked {said.Asked}, others {Sorted(said.Others)}";

    private static string Sorted(IEnumerable<string> ids) => string.Join(',', ids.Order(StringComparer.Ordinal));

    // Of several resources: asked are those who hold it on every one, others those who hold it on any.
    private static string Shown(List<HashSet<string>> holders, IReadOnlyList<string> listed)
    {
        var others = holders.SelectMany(one => one).Distinct().Except(listed).Where(holder => holder != "all").ToList();
        var asked = listed.Count(holder => holders.TrueForAll(one => one.Contains(holder)));
        return Shown(new Holders(holders.Exists(one => one.Contains("all")), asked, others));
    }

    private async Task CheckInstancesAsync(IAmazonEC2 ec2, RegionReport region)
    {
        if (region.Instances.Count == 0)
        {
            return;
        }

        List<string> ids = [.. region.Instances.Select(instance => instance.InstanceId)];
        var described = await ec2.DescribeInstancesAsync(new DescribeInstancesRequest { InstanceIds = ids });
        var checks = await ec2.DescribeInstanceStatusAsync(new DescribeInstanceStatusRequest { InstanceIds = ids, IncludeAllInstances = true });
        var states = described.Reservations.SelectMany(reservation => reservation.Instances).ToDictionary(instance => instance.InstanceId, instance => instance.State.Name.Value);
        foreach (var said in region.Instances)
        {
            // What is still coming up comes up while it is looked for, and what is going down goes down.
            var state = states.GetValueOrDefault(said.InstanceId);
            var isOnItsWay = (said.State, state) is ("pending", "running") or ("shutting-down", "terminated");
            Expect($"{region.Region} {said.InstanceId}", said.State, isOnItsWay ? said.State : state ?? "not there");
            if (said.Status == "ok")
            {
                Expect($"{region.Region} {said.InstanceId} status", "ok", checks.InstanceStatuses.Single(check => check.InstanceId == said.InstanceId).Status.Status.Value);
            }
        }
    }

    private async Task CheckTemplateAsync(IAmazonEC2 ec2, string region, TemplateRecord said)
    {
        var template = (await ec2.DescribeLaunchTemplatesAsync(new DescribeLaunchTemplatesRequest { LaunchTemplateIds = [said.Id] })).LaunchTemplates.Single();
        var versions = (await ec2.DescribeLaunchTemplateVersionsAsync(new DescribeLaunchTemplateVersionsRequest { LaunchTemplateId = said.Id })).LaunchTemplateVersions;
        var published = versions.SingleOrDefault(version => version.VersionNumber == said.Published?.Version);
        Expect($"{region} {said.Id}", said.Name, template.LaunchTemplateName);
        Expect($"{region} {said.Id} base version", $"{said.BaseVersion}", $"{versions.Select(version => version.VersionNumber).SingleOrDefault(number => number == said.BaseVersion)}");
        Expect($"{region} {said.Id} image", $"{said.Published?.ImageId}", $"{published?.LaunchTemplateData.ImageId}");
        if (said.Published is { } publication)
        {
            Expect($"{region} {said.Id} default version", $"{publication.DefaultVersion}", $"{template.DefaultVersionNumber}");
        }

        if (said.Published?.Parameter is { } parameter)
        {
            var found = (await aws.Ssm(region).GetParameterAsync(new() { Name = parameter.Name })).Parameter;
            Expect($"{region} {parameter.Name}", $"{said.Published.ImageId} in version {parameter.Version}", $"{found.Value} in version {found.Version}");
        }
    }

    private async Task CheckOtherAsync(IAmazonEC2 ec2, string region, string id)
    {
        var there = id.StartsWith("ami-", StringComparison.Ordinal)
            ? (await ec2.DescribeImagesAsync(new DescribeImagesRequest { Filters = [new Filter("image-id", [id])], IncludeDisabled = true })).Images?.Count
            : (await ec2.DescribeSnapshotsAsync(new DescribeSnapshotsRequest { Filters = [new Filter("snapshot-id", [id])] })).Snapshots?.Count;
        Expect($"{region} {id}", "there", there == 1 ? "there" : "not there");
    }

    private void Expect(string line, string said, string found)
    {
        if (said != found)
        {
            _untrue.Add($"{line}: the report says '{said}', the account '{found}'");
        }
    }
}
