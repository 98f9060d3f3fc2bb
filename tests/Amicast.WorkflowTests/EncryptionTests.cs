using Amicast.Local;
using Amicast.Reports;
using Amicast.Simulator;
using Amicast.Simulator.Account;
using Amicast.Simulator.Faults;
using Amicast.Simulator.Inventory;
using Amicast.Tests;
using Amicast.VirtualTime;

namespace Amicast.WorkflowTests;

/// <summary>Each Region's image under its own key: <c>encrypt</c>, <c>kmsKeyId</c> and <c>copyWithinMinutes</c>.</summary>
public sealed class EncryptionTests
{
    private const string Instance = """ "source": { "region": "us-east-1", "instanceId": "i-0123456789abcdef0" }, "image": { "name": "web-{date}" } """;
    private const string Multi = "mrk-0a1b2c3d4e5f40008a9b0c1d2e3f4a5b";

    private static string Example => Repository.Read("examples/encrypt-per-region.json");

    [Fact]
    public void Every_Regions_image_is_under_the_key_asked_for_and_the_first_image_is_gone()
    {
        var rehearsal = new Rehearsal();

        var report = rehearsal.Report(Example);

        Assert.Equal(RunState.Succeeded, report.State);
        Assert.Equal(
            [
                "ap-southeast-2 web-20261122-0200 available 0a1b2c3d-0000-4000-8000-000000000004 shared with 2", $"eu-central-1 web-20261122-0200 available {Multi} shared with 2",
                "us-east-1 web-20261122-0200 available 0a1b2c3d-0000-4000-8000-000000000001 shared with 2", "us-west-2 web-20261122-0200 available aws/ebs shared with 0",
            ],
            Images(rehearsal).Order(StringComparer.Ordinal));
        Assert.Equal((1, 2), (report.Removed!.Images.Count, report.Removed.Snapshots.Count));
        Assert.Equal(report.Regions[0].Image!.ImageId, report.Image!.ImageId);
        Assert.All(report.Regions, region => Assert.Empty(region.Others));
    }

    [Fact]
    public void Copies_are_asked_for_with_key_and_time_and_all_of_them_from_the_first_image()
    {
        var rehearsal = new Rehearsal();

        var report = rehearsal.Report(Example);

        Assert.Equal(
            [
                $"ap-southeast-2 true arn:aws:kms:ap-southeast-2:123456789012:key/0a1b2c3d-0000-4000-8000-000000000004 30",
                $"eu-central-1 true arn:aws:kms:eu-central-1:123456789012:key/{Multi} ",
                "us-east-1 true arn:aws:kms:us-east-1:123456789012:key/0a1b2c3d-0000-4000-8000-000000000001 ",
            ],
            Calls(rehearsal, "CopyImage").Where(call => call.Region != "us-west-2").Select(call =>
                $"{call.Region} {call.Parameters["Encrypted"]} {call.Parameters["KmsKeyId"]} {call.Parameters.GetValueOrDefault("SnapshotCopyCompletionDurationMinutes")}")
                .Order(StringComparer.Ordinal));
        Assert.Equal([report.Removed!.Images[0]], Calls(rehearsal, "CopyImage").Select(call => call.Parameters["SourceImageId"]).Distinct());
    }

    [Fact]
    public void A_first_image_that_was_removed_by_a_step_that_never_came_to_say_so_is_reported_as_removed()
    {
        var rehearsal = new Rehearsal(around: (steps, _) => new Unheard(steps, "RemoveFirstImage"));

        var report = rehearsal.Report(Example);

        Assert.Equal(("RemoveFirstImage", "States.Timeout"), (report.Failure!.Step, report.Failure.Error));
        Assert.Equal((1, 2), (report.Removed!.Images.Count, report.Removed.Snapshots.Count));
        Assert.Equal(report.Regions[0].Image!.ImageId, report.Image!.ImageId);
        Assert.DoesNotContain(rehearsal.Inspect().Regions["us-east-1"].Images, image => image.Id == report.Removed.Images[0]);
    }

    [Fact]
    public void While_a_Region_lacks_its_copy_the_first_image_stays_and_is_reported()
    {
        var rehearsal = new Rehearsal(faults: new FaultPlan([new FaultRule(FaultKind.ImageFails) { Operation = "CopyImage", Region = "eu-central-1" }]));

        var report = rehearsal.Report(Example);

        Assert.Null(report.Removed);
        Assert.Equal(("web-20261122-0200-first", "available"), (report.Image!.Name, report.Image.State));
        Assert.Equal("web-20261122-0200", report.Regions[0].Image!.Name);
        Assert.Empty(Calls(rehearsal, "DeregisterImage"));
    }

    [Fact]
    public void An_image_that_was_there_before_is_copied_under_the_key_and_stays()
    {
        var rehearsal = new Rehearsal(account: WithGolden());

        var report = rehearsal.Report(
            """{ "source": { "region": "us-east-1", "imageId": "ami-0aaaaaaaaaaaaaaaa" }, "image": { "name": "golden-encrypted" }, "destinations": [ { "region": "us-east-1", "kmsKeyId": "alias/ami" } ] }""");

        Assert.Equal((RunState.Succeeded, "golden-encrypted", "golden"), (report.State, report.Regions[0].Image!.Name, report.Image!.Name));
        Assert.Null(report.Removed);
        Assert.Contains(rehearsal.Inspect().Regions["us-east-1"].Images, image => image.Id == "ami-0aaaaaaaaaaaaaaaa" && image.State == "available");
    }

    [Fact]
    public void In_storms_with_every_step_run_twice_one_encrypted_image_a_Region_is_left_and_nothing_else()
    {
        var trouble = new FaultPlan(
        [
            new FaultRule(FaultKind.Throttle) { Probability = 0.05 },
            new FaultRule(FaultKind.ServerError) { Probability = 0.02 },
            new FaultRule(FaultKind.LostAnswer) { Probability = 0.03 },
            new FaultRule(FaultKind.HangAfter) { Probability = 0.02 },
            new FaultRule(FaultKind.NotFoundAfterCreation) { Probability = 0.3 },
        ]);
        foreach (var seed in Enumerable.Range(1, 20))
        {
            var rehearsal = new Rehearsal(seed, faults: trouble, around: (steps, clock) => new EveryStepTwice(steps, clock, new Chance(seed)))
            {
                BetweenLooks = TimeSpan.FromHours(1),
            };

            var report = rehearsal.Report(Example);

            Assert.True(report.State == RunState.Succeeded, $"seed {seed}: {report.Failure} {string.Join(';', report.Regions.Select(r => r.Failure))}");
            Assert.Equal(4, Images(rehearsal).Count());
            Assert.DoesNotContain(rehearsal.Inspect().Regions["us-east-1"].Snapshots, snapshot => snapshot.Tags.GetValueOrDefault("amicast:step") == "CreateImage");
        }
    }

    [Theory]
    [InlineData("alias/amy", "$.destinations[0].kmsKeyId: UnknownKey: there is no KMS key 'alias/amy' in eu-central-1; did you mean 'alias/ami'?")]
    [InlineData("arn:aws:kms:us-east-1:123456789012:key/0a1b2c3d-0000-4000-8000-000000000001", "$.destinations[0].kmsKeyId: KeyOfAnotherRegion: 'arn:aws:kms:us-east-1:123456789012:key/0a1b2c3d-0000-4000-8000-000000000001' is a key of us-east-1, not of eu-central-1; name a key of eu-central-1")]
    [InlineData("arn:aws:kms:us-east-1:123456789012:key/" + Multi, "$.destinations[0].kmsKeyId: KeyOfAnotherRegion: 'arn:aws:kms:us-east-1:123456789012:key/" + Multi + "' is a key of us-east-1, not of eu-central-1; write '" + Multi + "', which names the key's replica in each Region")]
    [InlineData("alias/off", "$.destinations[0].kmsKeyId: KeyNotEnabled: the key arn:aws:kms:eu-central-1:123456789012:key/0a1b2c3d-0000-4000-8000-0000000000ff is Disabled; enable it, or use another key")]
    [InlineData("alias/aws/ebs", "$.destinations[0].kmsKeyId: AwsManagedKey: the image in eu-central-1 will be under the AWS managed key aws/ebs: EC2 does not share it; give the destination a customer managed key that the accounts may use: \"kmsKeyId\": \"alias/…\"")]
    public void A_key_that_EC2_would_fail_with_half_an_hour_later_is_found_before_anything_is_made(string key, string expected)
    {
        var rehearsal = new Rehearsal(account: Change("eu-central-1", region => region with
        {
            Keys = [.. region.Keys, region.Keys[0] with { KeyId = "0a1b2c3d-0000-4000-8000-0000000000ff", Aliases = ["alias/off"], State = "Disabled" }],
        }));

        var report = rehearsal.Report($$"""{ {{Instance}}, "destinations": [ { "region": "eu-central-1", "kmsKeyId": "{{key}}" } ], "share": { "accounts": ["111122223333"] } }""");

        Assert.Equal(expected, report.Failure!.Message);
        Assert.DoesNotContain(rehearsal.Account.Calls, call => call.Operation is "CreateImage" or "CopyImage");
    }

    [Fact]
    public void Encrypted_and_public_is_refused() => Assert.Equal(
        "$.share.visibility: PublicEncrypted: the image in eu-central-1 will be encrypted: EC2 does not make it public; share it with accounts, under a key that they may use",
        new Rehearsal(deployment: Deployment.Default with { AllowPublicImages = true })
            .Report($$"""{ {{Instance}}, "destinations": [ { "region": "eu-central-1", "kmsKeyId": "alias/ami" } ], "share": { "visibility": "public", "snapshots": false } }""").Failure!.Message);

    [Fact]
    public void A_source_whose_key_is_disabled_is_found_before_anything_is_made()
    {
        var account = Change("us-east-1", region => region with
        {
            Keys = [region.Keys[0] with { State = "PendingDeletion" }],
            Instances = [.. region.Instances.Select(i => i with { Volumes = [i.Volumes[0] with { Encrypted = true, KmsKeyId = "alias/ami" }, .. i.Volumes.Skip(1)] })],
        });

        Assert.Equal(
            "$.source.instanceId: KeyNotEnabled: the key arn:aws:kms:us-east-1:123456789012:key/0a1b2c3d-0000-4000-8000-000000000001 is PendingDeletion; enable it, or use another key",
            new Rehearsal(account: account).Report($$"""{ {{Instance}} }""").Failure!.Message);
    }

    internal static AccountDocument Change(string name, Func<RegionDocument, RegionDocument> change)
    {
        var account = LocalCloud.ExampleAccount;
        return account with { Regions = [.. account.Regions.Select(region => region.Name == name ? change(region) : region)] };
    }

    private static AccountDocument WithGolden() => Change("us-east-1", region => region with
    {
        Images =
        [
            .. region.Images,
            new ImageDocument(
                "ami-0aaaaaaaaaaaaaaaa", "golden", "made by hand", null, "x86_64", [new ImageDeviceDocument("/dev/xvda", null, 8, false, null)],
                [], new Dictionary<string, string>()),
        ],
    });

    private static IEnumerable<string> Images(Rehearsal rehearsal) => rehearsal.Inspect().Regions.Values.SelectMany(region => region.Images
        .Where(image => image.Tags.ContainsKey("amicast:run"))
        .Select(image => $"{region.Name} {image.Name} {image.State} {Key(region, image)} shared with {image.LaunchPermissions.Count}"));

    // The id of the AWS managed key is made up.
    private static string Key(RegionInventory region, InventoryImage image) =>
        region.Snapshots.Where(snapshot => image.SnapshotIds.Contains(snapshot.Id)).Select(snapshot => snapshot.KmsKeyId?.Split('/')[^1]).Distinct().Single() switch
        {
            null => "none",
            { } id when id.StartsWith("0a1b2c3d", StringComparison.Ordinal) || id == Multi => id,
            _ => "aws/ebs",
        };

    private static IEnumerable<CallRecord> Calls(Rehearsal rehearsal, string operation) =>
        rehearsal.Account.Calls.Where(call => call.Operation == operation && call.Outcome == CallRecord.Succeeded);
}
