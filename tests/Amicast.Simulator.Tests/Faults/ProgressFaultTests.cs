using Amazon.EC2;
using Amazon.EC2.Model;

namespace Amicast.Simulator.Tests.Faults;

/// <summary>What faults do to the progress of images and snapshots, sampled minute by minute and held against the same work without a fault.</summary>
public sealed class ProgressFaultTests
{
    private const string Frankfurt = "eu-central-1";
    private const string Virginia = "us-east-1";
    private const string BaseImage = "ami-0a1b2c3d4e5f60003";
    private const string BaseSnapshot = "snap-0a1b2c3d4e5f60003";
    private const int StalledMinutes = 15;

    private static readonly Dictionary<string, Func<IAmazonEC2, Task>> Works = new()
    {
        ["CreateImage"] = client => client.CreateImageAsync(new() { InstanceId = World.InstanceId, Name = "web-1", NoReboot = true }),
        ["CopyImage"] = client => client.CopyImageAsync(new() { SourceRegion = Frankfurt, SourceImageId = BaseImage, Name = "web-1", ClientToken = "1" }),
        ["CreateSnapshot"] = client => client.CreateSnapshotAsync(new() { VolumeId = "vol-0123456789abcdef1" }),
        ["CreateSnapshots"] = client => client.CreateSnapshotsAsync(new() { InstanceSpecification = new() { InstanceId = World.InstanceId } }),
        ["CopySnapshot"] = client => client.CopySnapshotAsync(new() { SourceRegion = Frankfurt, SourceSnapshotId = BaseSnapshot }),
    };

    public static TheoryData<string> Operations => [.. Works.Keys];

    [Theory]
    [MemberData(nameof(Operations))]
    public void Slow_work_takes_factor_times_as_long(string operation) => Assert.Equal(
        Progress(operation, null, every: 1), Progress(operation, """ "kind":"slow","factor":7 """, every: 7));

    [Theory]
    [MemberData(nameof(Operations))]
    public void Stalled_work_stands_still_half_way_and_then_goes_on_to_its_end(string operation)
    {
        var usual = Progress(operation, null);
        var stalled = Progress(operation, """ "kind":"stalls" """, minutes: usual.Count + StalledMinutes);
        var at = Enumerable.Range(0, usual.Count).First(minute => stalled[minute] != usual[minute]);

        Assert.Equal("100%", usual[^1]);
        Assert.InRange(at, 1, usual.Count - 1);
        Assert.Equal([.. usual[..at], .. Enumerable.Repeat(stalled[at], StalledMinutes), .. usual[at..]], stalled);
    }

    [Theory]
    [InlineData("CreateImage", "", "")]
    [InlineData("CopyImage", ""","percent":5""", "5%")]
    [InlineData("CreateSnapshot", ""","percent":0""", "")]
    [InlineData("CreateSnapshots", ""","percent":42""", "42%")]
    [InlineData("CopySnapshot", "", "")]
    public void Progress_that_jumps_shows_the_same_until_the_work_is_nearly_done(string operation, string percent, string shown)
    {
        // By the second: the leap comes with the last twentieth of the time.
        var usual = Progress(operation, null, every: 1.0 / 60, minutes: 3600);
        var jumping = Progress(operation, $$""" "kind":"jumps"{{percent}} """, every: 1.0 / 60, minutes: 3600);
        var end = usual.IndexOf("100%");
        var leap = jumping.FindIndex(progress => progress != shown);

        Assert.InRange(leap, 0.94 * end, 0.96 * end);
        Assert.Equal([.. Enumerable.Repeat(shown, leap), .. usual[leap..]], jumping);
    }

    [Theory]
    [InlineData("CreateImage", "failed error completed")]
    [InlineData("CopyImage", "failed error")]
    [InlineData("CreateSnapshot", "error")]
    [InlineData("CreateSnapshots", "error completed")]
    [InlineData("CopySnapshot", "error")]
    public void A_snapshot_can_fail_alone_and_with_it_fails_the_image_that_waits_for_it(string operation, string expected)
    {
        var world = Started(operation, """ "kind":"snapshotFails","count":1 """);
        world.Clock.Run(() => world.Wait(TimeSpan.FromDays(1)));
        var region = world.Cloud.Inspect().Regions[Virginia];

        Assert.Equal(
            expected.Split(' ').Order(StringComparer.Ordinal),
            region.Images.Select(image => image.State).Concat(region.Snapshots.Select(snapshot => snapshot.State)).Order(StringComparer.Ordinal));
        Assert.DoesNotContain(region.Snapshots, snapshot => snapshot.State == "error" && snapshot.Progress == "100%");
    }

    [Theory]
    [InlineData("CreateImage")]
    [InlineData("CopyImage")]
    public void An_image_struck_by_snapshotsShownLate_shows_its_snapshots_once_it_is_available(string operation)
    {
        var world = Started(operation, """ "kind":"snapshotsShownLate" """);
        var seen = world.Run(async client =>
        {
            var seen = new List<(string State, bool Shown, bool Filtered)>();
            for (var minute = 0; minute < 60; minute++)
            {
                var image = (await client.DescribeImagesAsync(new DescribeImagesRequest { Owners = ["self"] })).Images[0];
                var met = await client.DescribeImagesAsync(new DescribeImagesRequest { Filters = [new("block-device-mapping.snapshot-id", ["snap-*"])] });
                seen.Add((image.State.Value, image.BlockDeviceMappings.TrueForAll(device => device.Ebs.SnapshotId is not null), met.Images is { Count: > 0 }));
                await world.Wait(TimeSpan.FromMinutes(1));
            }

            return seen;
        });

        Assert.Equal([("pending", false, false), ("available", true, true)], seen.Distinct());
    }

    private static World Started(string operation, string? fault)
    {
        var world = new World(faults: fault is null ? null : $$"""{"faults":[{ {{fault}} }]}""", latency: new(TimeSpan.Zero, TimeSpan.Zero));
        world.Clock.Run(() => Works[operation](world.Client(Virginia)));
        return world;
    }

    /// <summary>The progress of the last snapshot that the operation makes, every so many minutes, the first at once.</summary>
    private static List<string> Progress(string operation, string? fault, double every = 1, int minutes = 60)
    {
        var world = Started(operation, fault);
        var progress = new List<string>();
        world.Clock.Run(async () =>
        {
            for (var i = 0; i < minutes; i++)
            {
                progress.Add(world.Cloud.Inspect().Regions[Virginia].Snapshots[^1].Progress);
                await world.Wait(TimeSpan.FromMinutes(every));
            }
        });
        return progress;
    }
}
