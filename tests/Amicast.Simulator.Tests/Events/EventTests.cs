using System.Globalization;
using System.Text.Json.Nodes;
using Amazon.EC2;
using Amazon.EC2.Model;
using Amicast.Simulator.Inventory;

namespace Amicast.Simulator.Tests.Events;

/// <summary>The events of images, snapshots and instances: every event of a piece of work, as a whole document.</summary>
public sealed class EventTests
{
    private const string Frankfurt = "eu-central-1";
    private const string Virginia = "us-east-1";
    private const string BaseImage = "ami-0a1b2c3d4e5f60003";
    private const string BaseSnapshot = "snap-0a1b2c3d4e5f60003";
    private readonly Listener _listener = new();

    [Fact]
    public void An_image_of_an_instance_tells_of_each_snapshot_and_then_of_itself()
    {
        var world = new World(events: _listener);
        var made = world.Run(async client =>
        {
            var made = await client.CreateImageAsync(new() { InstanceId = World.InstanceId, Name = "web-1", NoReboot = true });
            await world.Wait(TimeSpan.FromHours(1));
            return made;
        });
        var snapshots = world.Cloud.Inspect().Regions[Virginia].Snapshots;

        Assert.Equal(
            [
                SnapshotDocument(1, Virginia, snapshots[0], "createSnapshot", $"{Virginia}:volume/{snapshots[0].VolumeId}", Start(world), End(0)),
                SnapshotDocument(2, Virginia, snapshots[1], "createSnapshot", $"{Virginia}:volume/{snapshots[1].VolumeId}", Start(world), End(1)),
                ImageDocument(3, Virginia, made.ResponseMetadata.RequestId, made.ImageId, "available", "", End(2)),
            ],
            _listener.Documents);
        Assert.Equal(["EBS Snapshot Notification: succeeded", "EBS Snapshot Notification: succeeded", "EC2 AMI State Change: available"], _listener.Kinds);
    }

    [Fact]
    public void A_copy_tells_in_its_own_Region_and_each_change_of_the_image_thereafter()
    {
        var world = new World(events: _listener);
        var (copied, others) = world.Run(async client =>
        {
            var copied = await client.CopyImageAsync(new() { SourceRegion = Frankfurt, SourceImageId = BaseImage, Name = "copy", ClientToken = "1" });
            await world.Wait(TimeSpan.FromHours(1));
            var disabled = await client.DisableImageAsync(new() { ImageId = copied.ImageId });
            await client.DisableImageAsync(new() { ImageId = copied.ImageId });
            var enabled = await client.EnableImageAsync(new() { ImageId = copied.ImageId });
            await client.EnableImageAsync(new() { ImageId = copied.ImageId });
            var deregistered = await client.DeregisterImageAsync(new DeregisterImageRequest { ImageId = copied.ImageId });
            return (copied, Others: new[] { disabled.ResponseMetadata.RequestId, enabled.ResponseMetadata.RequestId, deregistered.ResponseMetadata.RequestId });
        });
        var snapshot = world.Cloud.Inspect().Regions[Virginia].Snapshots.Single();

        Assert.Equal(
            [
                SnapshotDocument(
                    1, Virginia, snapshot, "copySnapshot", $"{Frankfurt}:snapshot/{BaseSnapshot}", Start(world), End(0),
                    ""","incremental":"false","transferType":"standard" """),
                ImageDocument(2, Virginia, copied.ResponseMetadata.RequestId, copied.ImageId, "available", "", End(1)),
                ImageDocument(3, Virginia, others[0], copied.ImageId, "disabled", "", End(2)),
                ImageDocument(4, Virginia, others[1], copied.ImageId, "available", "", End(3)),
                ImageDocument(5, Virginia, others[2], copied.ImageId, "deregistered", "", End(4)),
            ],
            _listener.Documents);
    }

    [Fact]
    public void An_image_that_fails_tells_why_and_its_snapshots_too()
    {
        var world = new World(events: _listener, faults: """{"faults":[{"kind":"imageFails"}]}""");
        var copied = world.Run(async client =>
        {
            var copied = await client.CopyImageAsync(new() { SourceRegion = Frankfurt, SourceImageId = BaseImage, Name = "copy", ClientToken = "1" });
            await world.Wait(TimeSpan.FromHours(1));
            return copied;
        });
        var snapshot = world.Cloud.Inspect().Regions[Virginia].Snapshots.Single();
        const string cause = "Copy image failed with an internal error";

        Assert.Equal(
            [
                ImageDocument(1, Virginia, copied.ResponseMetadata.RequestId, copied.ImageId, "failed", cause, End(0)),
                SnapshotDocument(2, Virginia, snapshot, "copySnapshot", $"{Frankfurt}:snapshot/{BaseSnapshot}", Start(world), End(1), cause: cause),
            ],
            _listener.Documents);
    }

    [Fact]
    public void A_registered_image_is_available_at_once()
    {
        var world = new World(events: _listener);
        var made = world.Run(
            async client =>
            {
                var made = await client.RegisterImageAsync(new()
                {
                    Name = "web-1",
                    RootDeviceName = "/dev/xvda",
                    BlockDeviceMappings = [new() { DeviceName = "/dev/xvda", Ebs = new() { SnapshotId = BaseSnapshot } }],
                });
                await world.Wait(TimeSpan.FromHours(1));
                return made;
            },
            Frankfurt);

        Assert.Equal([ImageDocument(1, Frankfurt, made.ResponseMetadata.RequestId, made.ImageId, "available", "", Start(world))], _listener.Documents);
    }

    [Fact]
    public void A_time_based_copy_says_so_and_a_second_copy_that_it_is_incremental()
    {
        var world = new World(events: _listener);
        world.Clock.Run(async () =>
        {
            var client = world.Client(Virginia);
            await client.CopySnapshotAsync(new() { SourceRegion = Frankfurt, SourceSnapshotId = BaseSnapshot });
            await world.Wait(TimeSpan.FromHours(1));
            await client.CopySnapshotAsync(new() { SourceRegion = Frankfurt, SourceSnapshotId = BaseSnapshot, CompletionDurationMinutes = 15 });
            await world.Wait(TimeSpan.FromHours(1));
        });
        var (snapshots, calls) = (world.Cloud.Inspect().Regions[Virginia].Snapshots, world.Cloud.Calls);

        Assert.Equal(
            [
                SnapshotDocument(
                    1, Virginia, snapshots[0], "copySnapshot", $"{Frankfurt}:snapshot/{BaseSnapshot}", calls[0].At, End(0),
                    ""","incremental":"false","transferType":"standard" """),
                SnapshotDocument(
                    2, Virginia, snapshots[1], "copySnapshot", $"{Frankfurt}:snapshot/{BaseSnapshot}", calls[1].At, End(1),
                    $$""","incremental":"true","transferType":"time-based","completionDurationStartTime":"{{calls[1].At:yyyy-MM-ddTHH:mm:ss.fffZ}}" """),
            ],
            _listener.Documents);
    }

    [Theory]
    [InlineData(null, "succeeded", "", "completed", "completed")]
    [InlineData("""{"faults":[{"kind":"snapshotFails","count":1}]}""", "failed", "Snapshot {0} is in status error", "error", "completed")]
    public void Snapshots_made_together_tell_once_when_the_last_has_ended(string? faults, string result, string cause, params string[] states)
    {
        var world = new World(events: _listener, faults: faults);
        world.Run(async client =>
        {
            await client.CreateSnapshotsAsync(new() { InstanceSpecification = new() { InstanceId = World.InstanceId } });
            await world.Wait(TimeSpan.FromHours(1));
            return 0;
        });
        var snapshots = world.Cloud.Inspect().Regions[Virginia].Snapshots;
        var arns = snapshots.Select(snapshot => $"\"arn:aws:ec2::us-east-1:snapshot/{snapshot.Id}\"").ToList();
        var items = snapshots.Select((snapshot, i) =>
            $$"""{"snapshot_id":{{arns[i]}},"source":"arn:aws:ec2::us-east-1:volume/{{snapshot.VolumeId}}","status":"{{states[i]}}"}""");

        Assert.Equal(
            [
                Document(
                    1, "EBS Multi-Volume Snapshots Completion Status", Virginia, string.Join(',', arns), End(0),
                    $$"""
                    "event":"createSnapshots","result":"{{result}}","cause":"{{string.Format(CultureInfo.InvariantCulture, cause, snapshots[0].Id)}}","request-id":"",
                    "startTime":"{{Moment(Start(world))}}","endTime":"{{Moment(End(0))}}","snapshots":[{{string.Join(',', items)}}]
                    """),
            ],
            _listener.Documents);
    }

    [Fact]
    public void An_instance_tells_every_state_that_it_comes_to()
    {
        var world = new World(events: _listener);
        var id = world.Run(
            async client =>
            {
                var id = (await Launch(client)).Reservation.Instances[0].InstanceId;
                await world.Wait(TimeSpan.FromMinutes(2));
                await client.StopInstancesAsync(new() { InstanceIds = [id] });
                await world.Wait(TimeSpan.FromMinutes(2));
                await client.StartInstancesAsync(new() { InstanceIds = [id] });
                await world.Wait(TimeSpan.FromMinutes(2));
                await client.TerminateInstancesAsync(new() { InstanceIds = [id] });
                await world.Wait(TimeSpan.FromMinutes(2));
                return id;
            },
            Frankfurt);

        Assert.Equal(
            new[] { "pending", "running", "stopping", "stopped", "pending", "running", "shutting-down", "terminated" }.Select((state, i) => Document(
                i + 1, "EC2 Instance State-change Notification", Frankfurt, $"\"arn:aws:ec2:eu-central-1:123456789012:instance/{id}\"", End(i),
                $$"""
                "instance-id":"{{id}}","state":"{{state}}"
                """)),
            _listener.Documents);
        Assert.Equal(Start(world), End(0));
    }

    private static Task<RunInstancesResponse> Launch(IAmazonEC2 client) =>
        client.RunInstancesAsync(new() { ImageId = BaseImage, InstanceType = InstanceType.T3Micro, MinCount = 1, MaxCount = 1 });

    /// <summary>When the first call took effect.</summary>
    private static DateTimeOffset Start(World world) => world.Cloud.Calls[0].At;

    /// <summary>When the event happened.</summary>
    private DateTimeOffset End(int index) => _listener.Events[index].Time;

    private static string SnapshotDocument(
        int id, string region, InventorySnapshot snapshot, string name, string source, DateTimeOffset start, DateTimeOffset end, string more = "", string cause = "") =>
        Document(
            id, "EBS Snapshot Notification", region, $"\"arn:aws:ec2::{region}:snapshot/{snapshot.Id}\"", end,
            $$"""
            "event":"{{name}}","result":"{{(cause.Length == 0 ? "succeeded" : "failed")}}","cause":"{{cause}}","request-id":"",
            "snapshot_id":"arn:aws:ec2::{{region}}:snapshot/{{snapshot.Id}}","source":"arn:aws:ec2::{{source}}",
            "startTime":"{{Moment(start)}}","endTime":"{{Moment(end)}}"{{more}}
            """);

    private static string ImageDocument(int id, string region, string requestId, string imageId, string state, string message, DateTimeOffset time) => Document(
        id, "EC2 AMI State Change", region, $"\"arn:aws:ec2:{region}::image/{imageId}\"", time,
        $$"""
        "RequestId":"{{requestId}}","ImageId":"{{imageId}}","State":"{{state}}","ErrorMessage":"{{message}}"
        """);

    private static string Document(int id, string detailType, string region, string resources, DateTimeOffset time, string detail) => JsonNode.Parse(
        $$"""
        {
          "version":"0","id":"ID-{{id}}","detail-type":"{{detailType}}","source":"aws.ec2","account":"123456789012","time":"{{Moment(time)}}","region":"{{region}}",
          "resources":[{{resources}}],"detail":{ {{detail}} }
        }
        """)!.ToJsonString();

    private static string Moment(DateTimeOffset moment) => moment.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
}
