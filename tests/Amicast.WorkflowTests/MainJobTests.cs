using System.Text.Json;
using Amicast.Simulator.Inventory;
using Amicast.Tests;

namespace Amicast.WorkflowTests;

public sealed class MainJobTests
{
    private static readonly AmicastJson Indented = new(new JsonSerializerOptions(AmicastJson.Default.Options) { WriteIndented = true });

    [Fact]
    public void Moving_an_instance_gives_this_report()
    {
        var report = new Rehearsal().Report(Rehearsal.MoveInstance);

        Approved.Check("move-instance.report.json", JsonSerializer.Serialize(report, Indented.Report));
    }

    [Fact]
    public void Moving_an_instance_leaves_this_account()
    {
        var rehearsal = new Rehearsal();

        rehearsal.Run(Rehearsal.MoveInstance);

        Approved.Check("move-instance.account.txt", string.Join('\n', rehearsal.Inspect().Regions.Values.SelectMany(Lines)));
    }

    [Fact]
    public void Moving_an_instance_makes_these_changes_and_no_others()
    {
        var rehearsal = new Rehearsal();

        rehearsal.Run(Rehearsal.MoveInstance);

        var changes = rehearsal.Account.Calls
            .Where(call => !Reads.Is(call))
            .GroupBy(call => $"{call.Region} {call.Operation} {call.Outcome}")
            .Select(group => $"{group.Key}: {group.Count()}");
        Assert.Equal(
            [
                "ap-southeast-2 CopyImage ok: 1", "ap-southeast-2 ModifyImageAttribute ok: 1", "ap-southeast-2 ModifySnapshotAttribute ok: 2",
                "ap-southeast-2 RunInstances ok: 1", "eu-central-1 CopyImage ok: 1", "eu-central-1 ModifyImageAttribute ok: 1",
                "eu-central-1 ModifySnapshotAttribute ok: 2", "eu-central-1 RunInstances ok: 1", "us-east-1 CreateImage ok: 1",
                "us-east-1 ModifyImageAttribute ok: 1", "us-east-1 ModifySnapshotAttribute ok: 2",
            ],
            changes.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void The_same_seed_gives_the_same_report_byte_for_byte(long seed)
    {
        var reports = Enumerable.Range(0, 3).Select(_ => JsonSerializer.Serialize(new Rehearsal(seed).Report(Rehearsal.MoveInstance), Indented.Report)).Distinct();

        Assert.Single(reports);
    }

    [Fact]
    public void Another_seed_gives_another_report() => Assert.NotEqual(
        JsonSerializer.Serialize(new Rehearsal(1).Report(Rehearsal.MoveInstance), Indented.Report),
        JsonSerializer.Serialize(new Rehearsal(2).Report(Rehearsal.MoveInstance), Indented.Report));

    [Fact]
    public void A_second_start_of_the_same_run_shows_the_first_and_makes_nothing()
    {
        var rehearsal = new Rehearsal();
        var first = rehearsal.Run(Rehearsal.MoveInstance);
        var before = Changes(rehearsal);

        var second = rehearsal.Run(Rehearsal.MoveInstance);

        Assert.Equal((first.Execution, first.StartedAt, first.SeenAt), (second.Execution, second.StartedAt, second.SeenAt));
        Assert.Equal(before, Changes(rehearsal));
    }

    private static int Changes(Rehearsal rehearsal) => rehearsal.Account.Calls.Count(call => !Reads.Is(call));

    private static IEnumerable<string> Lines(RegionInventory region) => new[] { region.Name }
        .Concat(region.Images.Select(i =>
            $"  {i.Id} {i.Name} {i.State} for {string.Join(',', i.LaunchPermissions)}; snapshots {string.Join(',', i.SnapshotIds)}; {Tags(i.Tags)}"))
        .Concat(region.Snapshots.Select(s => $"  {s.Id} {s.State} {s.SizeGiB} GiB for {string.Join(',', s.CreateVolumePermissions)}; {Tags(s.Tags)}"))
        .Concat(region.Instances.Select(i =>
            $"  {i.Id} {i.State} {i.InstanceStatus}/{i.SystemStatus} of {i.ImageId} {i.InstanceType} by {i.LaunchTemplateId}:{i.LaunchTemplateVersion}; {Tags(i.Tags)}"));

    private static string Tags(IReadOnlyDictionary<string, string> tags) =>
        string.Join(' ', tags.OrderBy(t => t.Key, StringComparer.Ordinal).Select(t => $"{t.Key}={t.Value}"));
}
