using System.Text.Json;
using Amicast.Local;
using Amicast.Simulator.Account;
using Amicast.Simulator.Faults;

namespace Amicast.WorkflowTests.Plans;

/// <summary>What the plan finds of source, names and Regions, each before anything is made.</summary>
public sealed class PreflightTests
{
    private const string AmazonsImage = "ami-0a1b2c3d4e5f60001";
    private const string Instance = """ "source": { "region": "us-east-1", "instanceId": "i-0123456789abcdef0" } """;

    [Fact]
    public void A_public_image_of_Amazon_can_be_copied_but_not_shared_where_it_is()
    {
        const string Copied = $$"""{ "source": { "region": "us-east-1", "imageId": "{{AmazonsImage}}" }, "destinations": [ { "region": "us-west-2" } ], "share": { "accounts": ["111122223333"] } }""";

        Assert.Equal("", new PlanWorld().Problems(Copied));
        Assert.Equal(
            $$"""$.share: NotYourImage: {{AmazonsImage}} in us-east-1 is amazon's: only its owner gives permissions on it; give the source Region "share": null, or leave it out of the destinations: copies are this account's own""",
            new PlanWorld().Problems(Copied.Replace("us-west-2", "us-east-1", StringComparison.Ordinal)));
    }

    [Fact]
    public void An_image_that_was_shared_without_its_snapshots_is_not_this_accounts_to_copy()
    {
        const string Request = """{ "source": { "region": "us-east-1", "imageId": "ami-0bbbbbbbbbbbbbbbb" }, "destinations": [ { "region": "us-west-2" } ] }""";

        Assert.Equal(
            "$.source.imageId: SnapshotsNotShared: ami-0bbbbbbbbbbbbbbbb is 111122223333's, and its snapshots are not shared with this account: snap-0bbbbbbbbbbbbbbbb; "
                + "have the owner share the snapshots too: without them the image can be launched and not copied",
            new PlanWorld(With("us-east-1", region => region with { Images = [.. region.Images, SharedWithoutSnapshots], Snapshots = [Theirs] })).Problems(Request));
    }

    [Fact]
    public void An_image_with_a_product_code_is_not_copied_by_EC2()
    {
        var marketplace = new WireAnswer("DescribeImages", Rewrite: xml => xml
            .Replace("<imageOwnerAlias>amazon<", "<imageOwnerAlias>aws-marketplace<", StringComparison.Ordinal)
            .Replace("<architecture>", "<productCodes><item><productCode>abc123</productCode><type>marketplace</type></item></productCodes><architecture>", StringComparison.Ordinal));
        const string Request = $$"""{ "source": { "region": "us-east-1", "imageId": "{{AmazonsImage}}" }, "destinations": [ { "region": "us-west-2" } ] }""";

        Assert.Equal(
            $"$.source.imageId: ProductCode: {AmazonsImage} is aws-marketplace's and carries the product code 'abc123': EC2 does not copy it; launch an instance of it, and start from that instance",
            new PlanWorld(answers: marketplace).Problems(Request));
    }

    [Fact]
    public void A_name_that_is_taken_in_a_destination_is_found_with_that_Regions_own_name_and_place()
    {
        var account = With("eu-central-1", region => region with { Images = [.. region.Images, Own("ami-0cccccccccccccccc", "web-eu-20261122")] });

        Assert.Equal(
            "$.destinations[1].image.name: NameTaken: 'web-eu-20261122' is the name of ami-0cccccccccccccccc in eu-central-1; choose another name; {date} and {time} make it new each time",
            new PlanWorld(account).Problems(
                $$"""{ {{Instance}}, "image": { "name": "web-{date}" }, "destinations": [ { "region": "us-west-2" }, { "region": "eu-central-1", "image": { "name": "web-eu-{date}" } } ] }"""));
    }

    [Fact]
    public void Problems_stand_in_the_order_of_the_document_and_of_the_Regions()
    {
        Assert.Equal(
            """
            $.source.instanceId: UnknownInstance: there is no instance 'i-00000000deadbeef0' in us-east-1; check the id and the source Region
            $.launch.template.name: UnknownLaunchTemplate: there is no launch template 'wep' in us-west-2; did you mean 'web'? Else create it there, or give the destination its own 'launch' (null: none)
            $.launch.template.name: UnknownLaunchTemplate: there is no launch template 'wep' in eu-central-1; did you mean 'web'? Else create it there, or give the destination its own 'launch' (null: none)
            $.image.nam: UnknownProperty: 'nam' is not a property here; did you mean 'name'?
            $.destinations[2].region: UnknownRegion: 'eu-cental-1' is not a Region of this account; did you mean 'eu-central-1'?
            """,
            new PlanWorld().Problems(
                """
                { "source": { "region": "us-east-1", "instanceId": "i-00000000deadbeef0" }, "launch": { "template": { "name": "wep" } },
                  "image": { "nam": "web" }, "destinations": [ { "region": "us-west-2" }, { "region": "eu-central-1" }, { "region": "eu-cental-1" } ] }
                """));
    }

    [Fact]
    public void Text_that_is_no_text_is_a_problem_and_no_accident() =>
        Assert.Equal(
            "$: InvalidJson: a text has half of a surrogate pair in it; write the character whole, or leave it out",
            new PlanWorld().Problems("""{ "source": { "region": "us-east-1", "instanceId": "\ud800" } }"""));

    [Fact]
    public void A_deadline_shorter_than_the_estimate_is_a_warning_and_no_problem()
    {
        var plan = new PlanWorld().Plan($$"""{ {{Instance}}, "image": { "name": "web" }, "destinations": [ { "region": "us-west-2" } ], "timeoutMinutes": 30 }""");

        Assert.Empty(plan.Problems);
        Assert.Equal(["$.timeoutMinutes: DeadlineIsShort: the run gives up waiting after 30 minutes, and may well take 13 to 40"], plan.Warnings.Select(warning => $"{warning}"));
    }

    [Fact]
    public void Images_that_the_run_has_made_before_are_told_and_their_names_are_not_taken()
    {
        const string Request = $$"""{ {{Instance}}, "image": { "name": "web" }, "destinations": [ { "region": "us-east-1" }, { "region": "us-west-2" } ] }""";
        var before = new Rehearsal();
        before.Report(Request);

        var plan = new PlanWorld(before.Account.Save()).Plan(Request);

        Assert.Empty(plan.Problems);
        Assert.Equal(2, plan.Warnings.Count);
        Assert.Matches(@"^\$\.run: MadeBefore: ami-[0-9a-f]{17} \(web\) in us-east-1 is this run's and is available: the run goes on from what it has made$", $"{plan.Warnings[0]}");
        Assert.Matches(@"^\$\.run: MadeBefore: ami-[0-9a-f]{17} \(web\) in us-west-2 is this run's", $"{plan.Warnings[1]}");
    }

    [Fact]
    public void What_the_caller_may_not_look_at_is_told_as_not_checked_and_is_no_problem()
    {
        var plan = new PlanWorld(answers: new WireAnswer("DescribeVolumes", Error: "UnauthorizedOperation")).Plan($$"""{ {{Instance}}, "image": { "name": "web" } }""");

        Assert.Empty(plan.Problems);
        Assert.Equal(
            ["$.source.instanceId: NotChecked: the sizes of the instance's volumes: DescribeVolumes: UnauthorizedOperation: You are not authorized to perform this operation."],
            plan.Warnings.Select(warning => $"{warning}"));
        Assert.Equal((null, null, null), (plan.Estimate!.SourceGiB, plan.Estimate.StoredGiB, plan.Estimate.TransferredGiB));
    }

    [Fact]
    public void A_destination_that_is_down_does_not_keep_the_plan_from_being_made()
    {
        var faults = new FaultPlan([new FaultRule(FaultKind.RegionDown) { Region = "us-west-2" }]);

        var plan = new PlanWorld(faults: faults).Plan($$"""{ {{Instance}}, "image": { "name": "web" }, "destinations": [ { "region": "us-west-2" }, { "region": "eu-central-1" } ] }""");

        Assert.Empty(plan.Problems);
        Assert.Equal(
            ["$.destinations[0].kmsKeyId: NotChecked", "$.image.name: NotChecked", "$.run: NotChecked"],
            plan.Warnings.Select(warning => $"{warning.Path}: {warning.Code}").Order(StringComparer.Ordinal));
    }

    private static AccountDocument With(string name, Func<RegionDocument, RegionDocument> change) => LocalCloud.ExampleAccount with
    {
        Regions = [.. LocalCloud.ExampleAccount.Regions.Select(region => region.Name == name ? change(region) : region)],
    };

    private static ImageDocument Own(string id, string name) =>
        new(id, name, null, null, "x86_64", [new ImageDeviceDocument("/dev/xvda", null, 8, false, null)], [], new Dictionary<string, string>());

    private static ImageDocument SharedWithoutSnapshots => new(
        "ami-0bbbbbbbbbbbbbbbb", "theirs", null, "111122223333", "x86_64", [new ImageDeviceDocument("/dev/xvda", "snap-0bbbbbbbbbbbbbbbb", null, false, null)],
        ["123456789012"], new Dictionary<string, string>());

    private static SnapshotDocument Theirs => new("snap-0bbbbbbbbbbbbbbbb", 8) { OwnerId = "111122223333" };

    [Fact]
    public void A_launch_template_that_is_not_there_is_refused_with_the_nearest_that_is()
    {
        var preview = new PlanWorld().Plan("""{ "source": { "region": "us-east-1", "instanceId": "i-0123456789abcdef0" }, "image": { "name": "web-{date}" }, "launch": { "template": { "name": "webb" } } }""");

        Assert.Equal(
            ["$.launch.template.name: UnknownLaunchTemplate: there is no launch template 'webb' in us-east-1; did you mean 'web'? Else create it there, or give the destination its own 'launch' (null: none)"],
            preview.Problems.Select(problem => $"{problem}"));
    }

    [Theory]
    [InlineData(""" "launch": { "template": { "name": "web" }, "overrides": { "userData": "secret" } } """)]
    [InlineData(""" "destinations": [ { "region": "us-east-1", "launch": null, "launchTemplate": { "name": "new", "publish": "always", "create": { "instanceType": "t3.micro", "userData": "secret" } } } ] """)]
    public void User_data_are_not_shown(string block)
    {
        var preview = new PlanWorld().Plan($$"""{ "source": { "region": "us-east-1", "instanceId": "i-0123456789abcdef0" }, "image": { "name": "web-{date}" }, {{block}} }""");

        Assert.Empty(preview.Problems);
        Assert.DoesNotContain("c2VjcmV0", JsonSerializer.Serialize(preview, AmicastJson.Default.PlanPreview), StringComparison.Ordinal);
    }
}
