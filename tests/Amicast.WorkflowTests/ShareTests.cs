using System.Text.Json;
using Amicast.Plans;
using Amicast.Reports;
using Amicast.Simulator.Faults;
using Amicast.Tests;

namespace Amicast.WorkflowTests;

public sealed class ShareTests
{
    private const string PublicRequest = """{ "source": { "region": "us-east-1", "instanceId": "i-0123456789abcdef0" }, "image": { "name": "web-{date}" }, "share": { "visibility": "public", "snapshots": true } }""";
    private static readonly Deployment AllowsPublic = Deployment.Default with { AllowPublicImages = true };
    private static readonly AmicastJson Indented = new(new JsonSerializerOptions(AmicastJson.Default.Options) { WriteIndented = true });

    [Fact]
    public void Sharing_exactly_gives_this_report_and_leaves_nobody_else_with_a_permission()
    {
        var rehearsal = new Rehearsal(account: Sharing.Account);

        var report = rehearsal.Report(Repository.Read("examples/share-exact.json"));

        Approved.Check("share-exact.report.json", JsonSerializer.Serialize(report, Indented.Report));
        var held = $"111122223333 {Sharing.Organization} {Sharing.Unit} | 111122223333 | 111122223333";
        var there = rehearsal.Inspect().Regions;
        Assert.Equal((held, held), (Sharing.Held(there["us-east-1"]), Sharing.Held(there["eu-central-1"], report.Regions[1].Image!.ImageId)));
    }

    [Fact]
    public void The_plan_has_the_permissions_that_were_there_where_the_run_changes_them()
    {
        var (image, snapshots) = (Before("""{ "mode": "exact" }"""), Before("""{ "accounts": ["444455556666"], "visibility": "public", "snapshots": true }"""));

        Assert.Equal(
            "ami-0b1c2d3e4f5a60001 snap-0b1c2d3e4f5a60001 snap-0b1c2d3e4f5a60002: 444455556666 all",
            string.Join("; ", image!.Select(before => $"{string.Join(' ', before.Resources)}: {string.Join(' ', before.Holders)}")));
        Assert.Null(snapshots);
    }

    [Theory]
    [InlineData("""{ "mode": "exact", "accounts": ["111122223333"] }""", "111122223333 | 111122223333 | 111122223333")]
    [InlineData("""{ "mode": "exact", "accounts": ["111122223333"], "snapshots": false }""", "111122223333 |  | ")]
    [InlineData("""{ "mode": "exact", "visibility": "public", "snapshots": true }""", "all | all | all")]
    [InlineData("""{ "mode": "exact", "visibility": "public", "snapshots": false }""", "all |  | ")]
    [InlineData("""{ "mode": "exact" }""", " |  | ")]
    [InlineData("""{ "accounts": ["111122223333"] }""", "111122223333 444455556666 all | 111122223333 444455556666 all | 111122223333 444455556666 all")]
    [InlineData("""{ "visibility": "private" }""", "444455556666 | 444455556666 | 444455556666")]
    [InlineData("""{ "visibility": "private", "snapshots": false }""", "444455556666 | 444455556666 all | 444455556666 all")]
    public void A_block_leaves_these_permissions_on_the_image_and_its_snapshots(string share, string held)
    {
        var rehearsal = new Rehearsal(account: Sharing.Account, deployment: AllowsPublic);

        var report = rehearsal.Report(Sharing.Request(share));

        Assert.Equal((RunState.Succeeded, held), (report.State, Sharing.Held(rehearsal.Inspect().Regions[Sharing.Home])));
    }

    [Fact]
    public void Sharing_again_what_is_shared_changes_nothing()
    {
        var rehearsal = new Rehearsal(account: Sharing.Account);
        rehearsal.Run(Sharing.Request("""{ "mode": "exact", "accounts": ["111122223333"] }"""), "run-1");
        var before = Changes(rehearsal);

        rehearsal.Run(Sharing.Request("""{ "mode": "exact", "accounts": ["111122223333"] }"""), "run-2");

        Assert.Equal(before, Changes(rehearsal));
    }

    [Fact]
    public void Permissions_are_given_before_others_are_revoked_unless_the_quota_has_no_room_for_both()
    {
        var account = Sharing.Account;
        var roomy = new Rehearsal(account: account);
        var tight = new Rehearsal(account: account with { Limits = account.Limits with { LaunchPermissions = 1 } });
        const string Share = """{ "mode": "exact", "accounts": ["111122223333"], "snapshots": false }""";

        var reports = new[] { roomy.Report(Sharing.Request(Share)), tight.Report(Sharing.Request(Share)) };

        Assert.All(reports, report => Assert.Equal(RunState.Succeeded, report.State));
        Assert.Equal(["ok", "ok"], Outcomes(roomy));
        Assert.Equal(["ResourceLimitExceeded", "ok", "ok"], Outcomes(tight));
        Assert.All([roomy, tight], rehearsal => Assert.Equal("111122223333 |  | ", Sharing.Held(rehearsal.Inspect().Regions[Sharing.Home])));
    }

    [Fact]
    public void Packer_3344_snapshots_are_shared_along_so_that_an_account_can_copy_what_it_can_launch()
    {
        var rehearsal = new Rehearsal();

        rehearsal.Report(Rehearsal.MoveInstance);

        var regions = rehearsal.Inspect().Regions.Values.Where(region => region.Images.Any(i => i.Tags.ContainsKey("amicast:run"))).ToList();
        Assert.Equal(3, regions.Count);
        Assert.All(regions, region => Assert.All(
            region.Images.Where(i => i.Tags.ContainsKey("amicast:run")),
            image => Assert.Equal("111122223333 444455556666 | 111122223333 444455556666 | 111122223333 444455556666", Sharing.Held(region, image.Id))));
    }

    [Theory]
    [InlineData("ModifyImageAttribute")]
    [InlineData("ModifySnapshotAttribute")]
    public void Packer_10071_a_throttled_change_of_permissions_is_tried_again_and_fails_nothing(string operation)
    {
        var throttled = new FaultRule(FaultKind.Throttle) { Operation = operation, Count = 20 };
        var rehearsal = new Rehearsal(faults: new FaultPlan([throttled]));

        var report = rehearsal.Report(Rehearsal.MoveInstance);

        Assert.Equal(RunState.Succeeded, report.State);
        Assert.All(report.Regions, region => Assert.Equal((2, 2), (region.Permissions!.Image.Asked, region.Permissions.Snapshots!.Asked)));
        Assert.Equal(20, rehearsal.Account.FaultsStruck[FaultKind.Throttle]);
    }

    [Fact]
    public void Terraform_provider_aws_16904_an_image_is_shared_with_500_accounts_in_batches()
    {
        var accounts = Enumerable.Range(0, 500).Select(i => $"{100_000_000_000 + i}").ToList();
        var rehearsal = new Rehearsal(account: Sharing.Account);

        var report = rehearsal.Report(Sharing.Request($$"""{ "mode": "exact", "accounts": ["{{string.Join("\", \"", accounts)}}"] }"""));

        Assert.Equal((RunState.Succeeded, 500, 500), (report.State, report.Regions[0].Permissions!.Image.Asked, report.Regions[0].Permissions!.Snapshots!.Asked));
        Assert.Equal(string.Join(" | ", Enumerable.Repeat(Sharing.Joined(accounts), 3)), Sharing.Held(rehearsal.Inspect().Regions[Sharing.Home]));
        // Five batches and one revocation; of each of the two snapshots one and one.
        Assert.Equal((6, 4), (Count(rehearsal, "ModifyImageAttribute"), Count(rehearsal, "ModifySnapshotAttribute")));
    }

    [Fact]
    public void Studio_selfhosted_90_a_used_up_quota_of_public_images_is_found_by_the_plan()
    {
        var account = Sharing.Example("us-east-1", region => region with
        {
            Images = [.. region.Images, .. Enumerable.Range(1, 5).Select(i => Sharing.Account.Regions[0].Images[0] with
            {
                ImageId = $"ami-{i:x17}", Name = $"public-{i}", Devices = [new("/dev/xvda", $"snap-{i:x17}", 8, Encrypted: false, KmsKeyId: null)],
            })],
        });
        var rehearsal = new Rehearsal(account: account, deployment: AllowsPublic);

        var report = rehearsal.Report(PublicRequest);

        Assert.Equal(
            ("Plan", "$.share.visibility: PublicImageQuota: us-east-1 has 5 public images of a quota of 5; deregister public images there that are not used, or have the quota raised and the deployment told of it"),
            (report.Failure!.Step, report.Failure.Message));
        Assert.Equal(0, Changes(rehearsal));
        Assert.DoesNotContain("PublicImageQuota", new Rehearsal(account: account, deployment: AllowsPublic with { PublicImageQuota = 6 }).Run(PublicRequest).Report!.Failure?.Message ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public void Block_public_access_and_product_codes_are_found_by_the_plan_in_every_Region_at_once()
    {
        var account = Sharing.Example("us-east-1", region => region with
        {
            ImageBlockPublicAccess = "block-new-sharing",
            SnapshotBlockPublicAccess = "block-all-sharing",
            Instances = [.. region.Instances.Select(instance => instance with { Launch = instance.Launch with { ProductCodes = ["abc123"] } })],
        });

        var report = new Rehearsal(account: account, deployment: AllowsPublic).Report(PublicRequest);

        Assert.Equal(
            """
            $.share.visibility: HasProductCodes: the source has the product code abc123, and EC2 makes no such image public; share with accounts, or start from a source without product codes
            $.share.visibility: PublicAccessBlocked: block public access is on for images in us-east-1; disable block public access there, or share with accounts
            $.share.snapshots: PublicAccessBlocked: block public access is on for snapshots in us-east-1; disable it there, or write "snapshots": false: launching the image does not need them
            """,
            report.Failure!.Message);
    }

    [Fact]
    public void An_image_that_is_public_already_stays_so_whatever_is_blocked()
    {
        var account = Sharing.Account;
        account = account with { Regions = [account.Regions[0] with { ImageBlockPublicAccess = "block-new-sharing", SnapshotBlockPublicAccess = "block-new-sharing" }, account.Regions[1]] };

        var report = new Rehearsal(account: account, deployment: AllowsPublic).Report(Sharing.Request("""{ "mode": "exact", "visibility": "public", "snapshots": true }"""));

        Assert.Equal((RunState.Succeeded, true, true), (report.State, report.Regions[0].Permissions!.Image.Public, report.Regions[0].Permissions!.Snapshots!.Public));
    }

    [Fact]
    public void The_quota_of_permissions_counts_those_that_are_there_and_organizations_need_a_deployment_without_limits_on_accounts()
    {
        var deployment = Deployment.Default with { SharingQuota = 1, AllowedAccounts = ["111122223333"] };

        var report = new Rehearsal(account: Sharing.Account, deployment: deployment).Report(Sharing.Request($$"""{ "accounts": ["111122223333"], "organizations": ["{{Sharing.Organization}}"] }"""));
        var more = new Rehearsal(account: Sharing.Account, deployment: deployment).Report(Sharing.Request("""{ "accounts": ["111122223333"] }"""));

        Assert.StartsWith(
            "$.share: SharingQuota: 2 accounts, organizations and units are listed; the quota of an image is 1; ", report.Failure!.Message, StringComparison.Ordinal);
        Assert.Contains(
            "\n$.share.organizations: OrganizationNotAllowed: this deployment limits sharing to certain accounts, and an organization has others; ", report.Failure.Message, StringComparison.Ordinal);
        Assert.StartsWith(
            "$.share: SharingQuota: the image would be shared with 2 accounts, organizations and units, those that hold it already among them; the quota is 1; ",
            more.Failure!.Message,
            StringComparison.Ordinal);
    }

    private static IReadOnlyList<PermissionsBefore>? Before(string share)
    {
        var plans = new List<Plan>();
        new Rehearsal(account: Sharing.Account, deployment: AllowsPublic, around: (steps, _) => new PlanWatch(steps, plans.Add)).Run(Sharing.Request(share));
        return Assert.Single(plans).Destinations[0].PermissionsBefore;
    }

    private static int Changes(Rehearsal rehearsal) =>
        rehearsal.Account.Calls.Count(call => !call.Operation.StartsWith("Describe", StringComparison.Ordinal) && !call.Operation.StartsWith("Get", StringComparison.Ordinal));

    private static int Count(Rehearsal rehearsal, string operation) => rehearsal.Account.Calls.Count(call => call.Operation == operation);

    private static IEnumerable<string> Outcomes(Rehearsal rehearsal) =>
        rehearsal.Account.Calls.Where(call => call.Operation == "ModifyImageAttribute").Select(call => call.Outcome);
}
