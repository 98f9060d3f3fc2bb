using Amicast.Local;
using Amicast.Reports;
using Amicast.Simulator.Account;

namespace Amicast.WorkflowTests;

/// <summary>What a request may ask for besides the classic move.</summary>
public sealed class RequestVariantTests
{
    private const string Instance = """ "source": { "region": "us-east-1", "instanceId": "i-0123456789abcdef0" }, "image": { "name": "web-{date}" } """;

    [Fact]
    public void Without_destinations_the_image_is_made_in_the_source_Region_alone()
    {
        var rehearsal = new Rehearsal();

        var report = rehearsal.Report($$"""{ {{Instance}} }""");

        Assert.Equal("SUCCEEDED us-east-1: web-20261122 available", Shown(report));
        Assert.Empty(report.Regions[0].Instances);
        Assert.Null(report.Regions[0].Permissions);
        Assert.DoesNotContain(rehearsal.Account.Calls, call => call.Operation is "CopyImage" or "ModifyImageAttribute" or "RunInstances");
    }

    [Fact]
    public void Without_the_source_Region_among_the_destinations_its_image_is_only_the_origin_of_the_copies()
    {
        var report = new Rehearsal().Report($$"""{ {{Instance}}, "destinations": [ { "region": "us-west-2" } ], "share": { "accounts": ["111122223333"] } }""");

        Assert.Equal("SUCCEEDED us-west-2: web-20261122 available", Shown(report));
        Assert.Equal("web-20261122 available", $"{report.Image!.Name} {report.Image.State}");
    }

    [Fact]
    public void An_existing_image_is_shared_where_it_is_and_copied_under_its_own_name()
    {
        var account = LocalCloud.ExampleAccount;
        account = account with { Regions = [.. account.Regions.Select(WithImage)] };
        var rehearsal = new Rehearsal(account: account);

        var report = rehearsal.Report(
            """
            { "source": { "region": "us-east-1", "imageId": "ami-0aaaaaaaaaaaaaaaa" },
              "destinations": [ { "region": "us-east-1" }, { "region": "us-west-2" } ],
              "share": { "accounts": ["111122223333"], "snapshots": false } }
            """);

        Assert.Equal("SUCCEEDED us-east-1: golden available; us-west-2: golden available", Shown(report));
        // The image was public and shared before, and mode add leaves that as it is; a copy begins with no permissions.
        Assert.Equal(
            ["us-east-1 True 1 999988887777", "us-west-2 False 1 "],
            report.Regions.Select(r => $"{r.Region} {r.Permissions!.Image.Public} {r.Permissions.Image.Asked} {string.Join(',', r.Permissions.Image.Others)}"));
        Assert.All(report.Regions, region => Assert.Null(region.Permissions!.Snapshots));
        Assert.DoesNotContain(rehearsal.Account.Calls, call => call.Operation is "CreateImage" or "ModifySnapshotAttribute");
        Assert.Equal(0, report.Image!.Attempt);
    }

    [Fact]
    public void A_destination_replaces_name_description_and_tags_and_keeps_what_it_does_not_name()
    {
        var rehearsal = new Rehearsal();

        rehearsal.Report(
            """
            { "source": { "region": "us-east-1", "instanceId": "i-0123456789abcdef0" },
              "image": { "name": "web-{tag:Name}-{date}", "description": "shared", "tags": { "Tier": "web" } },
              "destinations": [ { "region": "us-west-2", "image": { "name": "west-{date:yyMMdd}", "tags": { "Coast": "west" } } }, { "region": "eu-central-1" } ] }
            """);

        var there = rehearsal.Inspect();
        Assert.Equal(
            ["eu-central-1 web-web-20261122 shared Tier=web", "us-east-1 web-web-20261122 shared Tier=web", "us-west-2 west-261122 shared Coast=west"],
            there.Regions.Values
                .SelectMany(region => region.Images.Where(i => i.Tags.ContainsKey("amicast:run")).Select(i => $"{region.Name} {i.Name} {i.Description} {UserTags(i.Tags)}"))
                .Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Launches_take_the_version_count_and_overrides_that_are_asked_for()
    {
        var rehearsal = new Rehearsal();

        var report = rehearsal.Report(
            $$"""{ {{Instance}}, "launch": { "template": { "name": "web", "version": "1" }, "count": 3, "overrides": { "instanceType": "c7i.xlarge" }, "verify": "running" } }""");

        var launched = rehearsal.Inspect().Regions["us-east-1"].Instances.Where(i => i.Tags.ContainsKey("amicast:run")).ToList();
        Assert.Equal(["c7i.xlarge 1 running", "c7i.xlarge 1 running", "c7i.xlarge 1 running"], launched.Select(i => $"{i.InstanceType} {i.LaunchTemplateVersion} {i.State}"));
        Assert.Equal(launched.Select(i => i.Id).Order(StringComparer.Ordinal), report.Regions[0].Instances.Select(i => i.InstanceId));
    }

    [Fact]
    public void The_latest_version_of_a_template_is_meant_where_none_is_named()
    {
        var rehearsal = new Rehearsal();

        rehearsal.Report($$"""{ {{Instance}}, "launch": { "template": { "name": "web" }, "verify": "none" } }""");

        Assert.Equal(2, rehearsal.Inspect().Regions["us-east-1"].Instances.Single(i => i.Tags.ContainsKey("amicast:run")).LaunchTemplateVersion);
    }

    [Fact]
    public void A_public_image_needs_the_deployments_permission()
    {
        const string Public = $$"""{ {{Instance}}, "share": { "visibility": "public", "snapshots": true } }""";

        var refused = new Rehearsal().Report(Public);
        var given = new Rehearsal(deployment: Deployment.Default with { AllowPublicImages = true }).Report(Public);

        Assert.Equal(
            "$.share.visibility: PublicNotAllowed: this deployment does not allow public images; share with accounts, or have the deployment allow public images",
            refused.Failure!.Message);
        Assert.Equal((true, true), (given.Regions[0].Permissions!.Image.Public, given.Regions[0].Permissions!.Snapshots!.Public));
    }

    [Fact]
    public void Visibility_private_takes_public_access_away_and_leaves_accounts()
    {
        var account = LocalCloud.ExampleAccount;
        account = account with { Regions = [.. account.Regions.Select(WithImage)] };

        var report = new Rehearsal(account: account).Report(
            """{ "source": { "region": "us-east-1", "imageId": "ami-0aaaaaaaaaaaaaaaa" }, "share": { "visibility": "private" } }""");

        Assert.Equal((false, "999988887777"), (report.Regions[0].Permissions!.Image.Public, string.Join(',', report.Regions[0].Permissions!.Image.Others)));
    }

    private static RegionDocument WithImage(RegionDocument region) => region.Name != "us-east-1" ? region : region with
    {
        Images =
        [
            new ImageDocument(
                "ami-0aaaaaaaaaaaaaaaa", "golden", "made by hand", null, "x86_64", [new ImageDeviceDocument("/dev/xvda", null, 8, false, null)],
                ["all", "999988887777"], new Dictionary<string, string>()),
        ],
    };

    private static string Shown(Report report) =>
        $"{report.State.ToString().ToUpperInvariant()} {string.Join("; ", report.Regions.Select(r => $"{r.Region}: {r.Image?.Name} {r.Image?.State}"))}";

    private static string UserTags(IReadOnlyDictionary<string, string> tags) =>
        string.Join(',', tags.Where(t => !t.Key.StartsWith("amicast:", StringComparison.Ordinal)).Select(t => $"{t.Key}={t.Value}"));
}
