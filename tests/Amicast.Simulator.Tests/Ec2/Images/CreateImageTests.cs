using System.Globalization;
using Amazon.EC2;
using Amazon.EC2.Model;

namespace Amicast.Simulator.Tests.Ec2.Images;

public sealed class CreateImageTests
{
    [Fact]
    public void A_new_image_is_pending_and_then_available_once_its_snapshots_are_completed()
    {
        var world = new World();
        var seen = world.Run(async client =>
        {
            var made = await client.CreateImageAsync(new()
            {
                InstanceId = World.InstanceId,
                Name = "web-20261122",
                Description = "nightly",
                TagSpecifications =
                [
                    new() { ResourceType = "image", Tags = [new("amicast:run", "r1")] },
                    new() { ResourceType = "snapshot", Tags = [new("amicast:run", "r1"), new("Role", "web")] },
                ],
            });
            var first = (await client.DescribeImagesAsync(new DescribeImagesRequest { ImageIds = [made.ImageId] })).Images[0];
            var last = await world.Available(client, made.ImageId);
            var snapshots = (await client.DescribeSnapshotsAsync(new DescribeSnapshotsRequest { OwnerIds = ["self"], Filters = [new("tag:Role", ["web"])] })).Snapshots;
            return (made.ImageId, first, last, snapshots);
        });

        Assert.Equal("pending", seen.first.State);
        Assert.Equal("available", seen.last.State);
        Assert.Equal(Line(seen.last, seen.ImageId, seen.snapshots), Line(seen.last));
        Assert.Equal(
            [
                ("vol-0123456789abcdef0", "completed", "100%", 30, $"Created by CreateImage({World.InstanceId}) for {seen.ImageId}", "amicast:run=r1,Role=web"),
                ("vol-0123456789abcdef1", "completed", "100%", 100, $"Created by CreateImage({World.InstanceId}) for {seen.ImageId}", "amicast:run=r1,Role=web"),
            ],
            seen.snapshots.Select(s => (s.VolumeId, s.State.Value, s.Progress, s.VolumeSize!.Value, s.Description, Tags(s.Tags))));
        Assert.InRange(world.Clock.Elapsed.TotalMinutes, 1, 10);
    }

    private static string Line(Image image, string id, List<Snapshot> snapshots) =>
        $"{id} 123456789012/web-20261122 available 123456789012 2026-11-22T02:00:00.000Z x86_64 web-20261122 nightly /dev/xvda ebs hvm {World.InstanceId} False [amicast:run=r1] "
        + $"/dev/xvda {snapshots[0].SnapshotId} 30 gp3 True False; /dev/sdf {snapshots[1].SnapshotId} 100 gp3 False False";

    private static string Line(Image i) =>
        $"{i.ImageId} {i.ImageLocation} {i.State} {i.OwnerId} {i.CreationDate} {i.Architecture} {i.Name} {i.Description} {i.RootDeviceName} {i.RootDeviceType} "
        + $"{i.VirtualizationType} {i.SourceInstanceId} {i.Public} [{Tags(i.Tags)}] "
        + string.Join("; ", i.BlockDeviceMappings.Select(m =>
            $"{m.DeviceName} {m.Ebs.SnapshotId} {m.Ebs.VolumeSize} {m.Ebs.VolumeType} {m.Ebs.DeleteOnTermination} {m.Ebs.Encrypted}"));

    private static string Tags(List<Tag>? tags) => string.Join(',', (tags ?? []).Select(tag => $"{tag.Key}={tag.Value}"));

    [Fact]
    public void Progress_rises_from_nothing_to_100_percent()
    {
        var world = new World();
        var progress = world.Run(async client =>
        {
            var looks = new List<string>();
            await client.CreateImageAsync(new() { InstanceId = World.InstanceId, Name = "web-1" });
            await world.Until(
                async () =>
                {
                    var snapshot = (await client.DescribeSnapshotsAsync(new DescribeSnapshotsRequest { OwnerIds = ["self"], Filters = [new("volume-size", ["100"])] })).Snapshots[0];
                    looks.Add(snapshot.Progress ?? "");
                    return snapshot;
                },
                snapshot => snapshot.State == SnapshotState.Completed);
            return looks;
        });

        var percents = progress.Select(text => text.Length == 0 ? 0 : int.Parse(text.TrimEnd('%'), CultureInfo.InvariantCulture)).ToList();
        Assert.Equal(percents.Order(), percents);
        Assert.Equal(("", 100), (progress[0], percents[^1]));
        Assert.True(percents.Distinct().Count() > 10, "it rises in many steps");
    }

    [Theory]
    [InlineData(false, "ok > initializing > ok")]
    [InlineData(true, "ok")]
    public void The_instance_reboots_unless_told_not_to(bool noReboot, string expected)
    {
        var world = new World();
        var statuses = world.Run(async client =>
        {
            var seen = new List<string>();
            await client.CreateImageAsync(new() { InstanceId = World.InstanceId, Name = "web-1", NoReboot = noReboot });
            for (var i = 0; i < 60; i++)
            {
                var status = (await client.DescribeInstanceStatusAsync(new DescribeInstanceStatusRequest { InstanceIds = [World.InstanceId] })).InstanceStatuses.Single();
                Assert.Equal("running", status.InstanceState.Name);
                seen.Add(status.Status.Status);
                await world.Wait(TimeSpan.FromSeconds(5));
            }

            return seen;
        });

        Assert.Equal(expected, string.Join(" > ", statuses.Where((status, i) => i == 0 || status != statuses[i - 1])));
    }

    [Fact]
    public void An_excluded_device_gets_no_snapshot()
    {
        var world = new World();
        var image = world.Run(async client =>
        {
            var made = await client.CreateImageAsync(new()
            {
                InstanceId = World.InstanceId,
                Name = "web-1",
                BlockDeviceMappings =
                [
                    new() { DeviceName = "/dev/sdf", NoDevice = "" },
                    new() { DeviceName = "/dev/xvda", Ebs = new() { DeleteOnTermination = false } },
                ],
            });
            return await world.Available(client, made.ImageId);
        });

        Assert.Equal([("/dev/xvda", false)], image.BlockDeviceMappings.Select(m => (m.DeviceName, m.Ebs.DeleteOnTermination!.Value)));
        Assert.Equal(["vol-0123456789abcdef0"], world.Cloud.Inspect().Regions["us-east-1"].Snapshots.Select(snapshot => snapshot.VolumeId));
    }
}
