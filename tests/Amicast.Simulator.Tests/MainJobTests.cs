using Amazon.EC2;
using Amazon.EC2.Model;
using Amicast.Simulator.Inventory;
using Amicast.Tests;

namespace Amicast.Simulator.Tests;

/// <summary>The whole job that the account is for, on the example account: image, copy, share, launch.</summary>
public sealed class MainJobTests
{
    private const string Friend = "111122223333";

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void An_instance_is_imaged_copied_shared_and_launched_elsewhere(long seed)
    {
        var world = new World(Repository.Read("examples/account.json"), seed: seed);
        world.Clock.Run(async () =>
        {
            var source = await world.NewImage("web-20261122");
            await Task.WhenAll(((string[])["eu-central-1", "ap-southeast-2"]).Select(region => Move(world, source, region)));
        });

        var regions = world.Cloud.Inspect().Regions;
        Assert.Equal(
            """
            us-east-1: web-20261122 available [] 30,100 [] | i-0123456789abcdef0 running ok i-0fedcba9876543210 running ok
            us-west-2: nothing
            eu-central-1: web-20261122 available [111122223333] 30,100 [111122223333] | web@1 running ok
            ap-southeast-2: web-20261122 available [111122223333] 30,100 [111122223333] | web@1 running ok
            af-south-1: nothing
            """,
            string.Join('\n', regions.Values.Select(Line)),
            ignoreLineEndingDifferences: true);
        Assert.InRange(world.Clock.Elapsed.TotalMinutes, 12, 50);
        Assert.Empty(world.Cloud.Calls.SelectMany(call => call.UnknownParameters));
    }

    private static string Line(RegionInventory region)
    {
        var images = region.Images.Select(image =>
        {
            var snapshots = region.Snapshots.Where(snapshot => image.SnapshotIds.Contains(snapshot.Id)).ToList();
            return $"{image.Name} {image.State} [{string.Join(',', image.LaunchPermissions)}] "
                + $"{string.Join(',', snapshots.Select(snapshot => snapshot.SizeGiB))} "
                + $"[{string.Join(',', snapshots.SelectMany(snapshot => snapshot.CreateVolumePermissions).Distinct())}]";
        });
        var instances = region.Instances.Select(instance =>
        {
            var name = instance.LaunchTemplateId is null ? instance.Id : $"web@{instance.LaunchTemplateVersion}";
            return $"{name} {instance.State} {instance.InstanceStatus}";
        });
        return region.Images.Count + region.Instances.Count == 0
            ? $"{region.Name}: nothing"
            : $"{region.Name}: {string.Join(' ', images)} | {string.Join(' ', instances)}";
    }

    private static async Task Move(World world, Image source, string region)
    {
        var client = world.Client(region);
        var copied = await client.CopyImageAsync(new() { SourceRegion = "us-east-1", SourceImageId = source.ImageId, Name = source.Name });
        var copy = await world.Available(client, copied.ImageId);
        await client.ModifyImageAttributeAsync(new() { ImageId = copy.ImageId, LaunchPermission = new() { Add = [new() { UserId = Friend }] } });
        foreach (var mapping in copy.BlockDeviceMappings)
        {
            await client.ModifySnapshotAttributeAsync(new()
            {
                SnapshotId = mapping.Ebs.SnapshotId, CreateVolumePermission = new() { Add = [new() { UserId = Friend }] },
            });
        }

        var launched = await client.RunInstancesAsync(new()
        {
            MinCount = 1, MaxCount = 1, ImageId = copy.ImageId, LaunchTemplate = new() { LaunchTemplateName = "web", Version = "1" },
        });
        await world.Until(
            async () => (await client.DescribeInstanceStatusAsync(new DescribeInstanceStatusRequest
            {
                InstanceIds = [launched.Reservation.Instances[0].InstanceId],
            })).InstanceStatuses?[0].Status.Status,
            status => status == SummaryStatus.Ok);
    }
}
