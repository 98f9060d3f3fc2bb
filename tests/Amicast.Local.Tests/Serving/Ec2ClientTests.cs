using Amazon.EC2;
using Amazon.EC2.Model;

namespace Amicast.Local.Tests.Serving;

/// <summary>The unmodified AWSSDK.EC2 over real sockets.</summary>
public sealed class Ec2ClientTests
{
    private const string Recipient = "111122223333";
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(15);

    [Fact]
    public async Task The_SDK_creates_copies_shares_launches_from_a_template_and_removes_an_image()
    {
        await using var served = await ServedCloud.StartAsync();
        using var source = served.Ec2("us-east-1");
        using var destination = served.Ec2("eu-central-1");

        var image = await AvailableAsync(served, source, (await source.CreateImageAsync(new() { InstanceId = "i-0123456789abcdef0", Name = "sdk-web", NoReboot = true })).ImageId);
        var copy = await AvailableAsync(
            served, destination, (await destination.CopyImageAsync(new() { SourceRegion = "us-east-1", SourceImageId = image.ImageId, Name = "sdk-web" })).ImageId);
        await ShareAsync(destination, copy);
        await AssertSharedAsync(destination, copy);
        var template = await TemplateAsync(destination, copy.ImageId);
        var instances = await LaunchAsync(served, destination, template);
        Assert.All(instances, one => Assert.Equal((copy.ImageId, InstanceType.T3Small), (one.ImageId, one.InstanceType)));
        await TerminateAsync(served, destination, instances);
        await RemoveAsync(destination, copy);
    }

    private static async Task<Image> AvailableAsync(ServedCloud served, AmazonEC2Client ec2, string imageId)
    {
        Image image;
        while ((image = (await ec2.DescribeImagesAsync(new DescribeImagesRequest { ImageIds = [imageId] })).Images.Single()).State == ImageState.Pending)
        {
            await served.WaitAsync(BetweenLooks);
        }

        Assert.Equal((ImageState.Available, "sdk-web", "123456789012", false), (image.State, image.Name, image.OwnerId, image.Public));
        Assert.Equal(["/dev/xvda 30", "/dev/sdf 100"], image.BlockDeviceMappings.Select(device => $"{device.DeviceName} {device.Ebs.VolumeSize}"));
        return image;
    }

    private static async Task ShareAsync(AmazonEC2Client ec2, Image copy)
    {
        await ec2.ModifyImageAttributeAsync(new() { ImageId = copy.ImageId, LaunchPermission = new() { Add = [new() { UserId = Recipient }] } });
        foreach (var device in copy.BlockDeviceMappings)
        {
            await ec2.ModifySnapshotAttributeAsync(new()
            {
                SnapshotId = device.Ebs.SnapshotId,
                Attribute = SnapshotAttributeName.CreateVolumePermission,
                CreateVolumePermission = new() { Add = [new() { UserId = Recipient }] },
            });
        }
    }

    private static async Task AssertSharedAsync(AmazonEC2Client ec2, Image copy)
    {
        var launch = await ec2.DescribeImageAttributeAsync(new() { ImageId = copy.ImageId, Attribute = ImageAttributeName.LaunchPermission });
        Assert.Equal([Recipient], launch.ImageAttribute.LaunchPermissions.Select(permission => permission.UserId));
        foreach (var device in copy.BlockDeviceMappings)
        {
            var volume = await ec2.DescribeSnapshotAttributeAsync(new() { SnapshotId = device.Ebs.SnapshotId, Attribute = SnapshotAttributeName.CreateVolumePermission });
            Assert.Equal([Recipient], volume.CreateVolumePermissions.Select(permission => permission.UserId));
        }
    }

    private static async Task<string> TemplateAsync(AmazonEC2Client ec2, string imageId)
    {
        var first = new RequestLaunchTemplateData { ImageId = "ami-0a1b2c3d4e5f60003", InstanceType = InstanceType.T3Small };
        var template = (await ec2.CreateLaunchTemplateAsync(new() { LaunchTemplateName = "sdk-web", LaunchTemplateData = first })).LaunchTemplate.LaunchTemplateId;
        var version = (await ec2.CreateLaunchTemplateVersionAsync(
            new() { LaunchTemplateId = template, SourceVersion = "1", LaunchTemplateData = new() { ImageId = imageId } })).LaunchTemplateVersion;
        Assert.Equal((2L, imageId, InstanceType.T3Small, false), (version.VersionNumber, version.LaunchTemplateData.ImageId, version.LaunchTemplateData.InstanceType, version.DefaultVersion));
        var modified = (await ec2.ModifyLaunchTemplateAsync(new() { LaunchTemplateId = template, DefaultVersion = "2" })).LaunchTemplate;
        Assert.Equal((2L, 2L), (modified.DefaultVersionNumber, modified.LatestVersionNumber));
        return template;
    }

    private static async Task<List<Instance>> LaunchAsync(ServedCloud served, AmazonEC2Client ec2, string template)
    {
        var launched = (await ec2.RunInstancesAsync(new() { LaunchTemplate = new() { LaunchTemplateId = template }, MinCount = 2, MaxCount = 2 })).Reservation.Instances;
        Assert.All(launched, one => Assert.Equal(InstanceStateName.Pending, one.State.Name));
        var ids = launched.ConvertAll(one => one.InstanceId);
        while ((await StatusesAsync(ec2, ids)).Count(status => status is { Status.Status.Value: "ok", SystemStatus.Status.Value: "ok", InstanceState.Name.Value: "running" }) < 2)
        {
            await served.WaitAsync(BetweenLooks);
        }

        return launched;
    }

    private static async Task<List<InstanceStatus>> StatusesAsync(AmazonEC2Client ec2, List<string> ids)
    {
        var statuses = new List<InstanceStatus>();
        await foreach (var status in ec2.Paginators.DescribeInstanceStatus(new() { InstanceIds = ids }).InstanceStatuses)
        {
            statuses.Add(status);
        }

        return statuses;
    }

    private static async Task TerminateAsync(ServedCloud served, AmazonEC2Client ec2, List<Instance> instances)
    {
        var ids = instances.ConvertAll(one => one.InstanceId);
        await ec2.TerminateInstancesAsync(new TerminateInstancesRequest { InstanceIds = ids });
        while ((await ec2.DescribeInstancesAsync(new DescribeInstancesRequest { InstanceIds = ids })).Reservations.SelectMany(one => one.Instances).Any(one => one.State.Name != InstanceStateName.Terminated))
        {
            await served.WaitAsync(BetweenLooks);
        }
    }

    private static async Task RemoveAsync(AmazonEC2Client ec2, Image copy)
    {
        var removed = await ec2.DeregisterImageAsync(new() { ImageId = copy.ImageId, DeleteAssociatedSnapshots = true });
        Assert.Equal(
            copy.BlockDeviceMappings.Select(device => $"{device.Ebs.SnapshotId} success"),
            removed.DeleteSnapshotResults.Select(result => $"{result.SnapshotId} {result.ReturnCode.Value}"));

        var left = new List<string>();
        await foreach (var page in ec2.Paginators.DescribeImages(new() { Owners = ["self"], MaxResults = 5 }).Responses)
        {
            left.AddRange(page.Images?.Select(image => image.ImageId) ?? []);
        }

        Assert.Empty(left);
    }
}
