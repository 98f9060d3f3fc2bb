using System.Text.Json.Nodes;
using Amicast.Local;
using Amicast.Reports;
using Amicast.Simulator;
using Amicast.Simulator.Account;
using Amicast.Simulator.Faults;

namespace Amicast.WorkflowTests;

/// <summary>What users of other tools lost time on while images were made and copied, each named after the issue that tells of it.</summary>
public sealed class PeersImagesTests
{
    private static readonly string[] Making = ["CreateImage", "CopyImage", "RunInstances"];

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public void Packer_plugin_amazon_270_packer_7499_packer_8271_a_copy_under_the_AWS_managed_key_that_is_to_be_shared_is_refused_in_the_first_second(
        bool encryptsByDefault, bool sourceIsEncrypted)
    {
        var account = EncryptionTests.Change("ap-southeast-2", region => region with { EbsEncryptionByDefault = encryptsByDefault });
        account = account with { Regions = [.. account.Regions.Select(region => sourceIsEncrypted && region.Name == "us-east-1" ? Encrypted(region, "alias/ami") : region)] };
        var rehearsal = new Rehearsal(account: account);

        var report = rehearsal.Report(Rehearsal.MoveInstance);

        var refused = report.Failure!.Message.Split('\n').Select(problem => string.Join(':', problem.Split(':').Take(2)));
        Assert.Equal(
            sourceIsEncrypted ? ["$.destinations[1].kmsKeyId: AwsManagedKey", "$.destinations[2].kmsKeyId: AwsManagedKey"] : ["$.destinations[2].kmsKeyId: AwsManagedKey"],
            refused);
        Assert.True(rehearsal.Account.Calls[^1].At - report.StartedAt < TimeSpan.FromSeconds(2) || report.StartedAt is null);
        Assert.DoesNotContain(rehearsal.Account.Calls, call => Making.Contains(call.Operation));
    }

    [Fact]
    public void Packer_7499_in_the_source_Region_too_where_the_volumes_are_under_the_AWS_managed_key()
    {
        var account = EncryptionTests.Change("us-east-1", region => Encrypted(region, "alias/aws/ebs"));
        const string Shared = """{ "source": { "region": "us-east-1", "instanceId": "i-0123456789abcdef0" }, "image": { "name": "web" }, "destinations": [ { "region": "us-east-1" } ], "share": { "accounts": ["111122223333"] } }""";

        var refused = new Rehearsal(account: account).Report(Shared);
        var remedied = new Rehearsal(account: account).Report(Shared.Replace("\"us-east-1\" } ]", "\"us-east-1\", \"kmsKeyId\": \"alias/ami\" } ]", StringComparison.Ordinal));

        Assert.StartsWith("$.destinations[0].kmsKeyId: AwsManagedKey: the image in us-east-1 will be under the AWS managed key aws/ebs", refused.Failure!.Message, StringComparison.Ordinal);
        Assert.Equal((RunState.Succeeded, 1, 1), (remedied.State, remedied.Regions[0].Permissions!.Image.Asked, remedied.Regions[0].Permissions!.Snapshots!.Asked));
    }

    [Fact]
    public void Packer_7499_a_default_key_of_the_customers_own_can_be_shared()
    {
        var account = EncryptionTests.Change("ap-southeast-2", region => region with { EbsEncryptionByDefault = true, EbsDefaultKmsKeyId = "alias/ami" });

        Assert.Equal(RunState.Succeeded, new Rehearsal(account: account).Report(Rehearsal.MoveInstance).State);
    }

    [Theory]
    [InlineData(20)]
    [InlineData(100)]
    public void Packer_6536_packer_8415_packer_plugin_amazon_642_twoliter_582_a_copy_of_hours_is_waited_for_and_not_reported_done_while_it_is_pending(double factor)
    {
        var rehearsal = new Rehearsal(faults: Faults(new FaultRule(FaultKind.Slow) { Operation = "CopyImage", Region = "eu-central-1", Factor = factor }));

        var report = rehearsal.Report(Rehearsal.MoveInstance.Replace("\"share\"", "\"timeoutMinutes\": 10080, \"share\"", StringComparison.Ordinal));

        Assert.True(rehearsal.Cloud.Clock.Elapsed > TimeSpan.FromHours(factor / 10), $"{rehearsal.Cloud.Clock.Elapsed}");
        Assert.Equal((RunState.Succeeded, "available"), (report.State, report.Regions[1].Image!.State));
        Assert.All(rehearsal.Inspect().Regions["eu-central-1"].Snapshots, snapshot => Assert.Equal("completed", snapshot.State));
    }

    [Fact]
    public void Packer_2303_packer_6330_aws_amicleaner_89_thirty_Regions_are_never_throttled_by_the_runs_own_looks()
    {
        var rehearsal = new Rehearsal(account: ManyRegions.Account());

        var report = rehearsal.Report(ManyRegions.Request());

        Assert.Equal(RunState.Succeeded, report.State);
        Assert.DoesNotContain(rehearsal.Account.Calls, call => call.Outcome == "RequestLimitExceeded");
        var images = rehearsal.Account.Calls.Where(call => call.Operation == "DescribeSnapshots").GroupBy(call => call.Region).Max(region => region.Count());
        Assert.InRange(images, 1, 25);
    }

    [Fact]
    public void Packer_12779_talos_7513_one_Region_that_fails_costs_the_others_nothing_and_the_run_is_partial()
    {
        var rehearsal = new Rehearsal(faults: Faults(new FaultRule(FaultKind.ImageFails) { Operation = "CopyImage", Region = "eu-central-1" }));

        var report = rehearsal.Report(Rehearsal.MoveInstance.Replace("\"share\"", "\"tolerateFailedRegions\": 1, \"share\"", StringComparison.Ordinal));

        Assert.Equal(RunState.Partial, report.State);
        Assert.Equal(["us-east-1 True", "eu-central-1 False", "ap-southeast-2 True"], report.Regions.Select(region => $"{region.Region} {region.Succeeded}"));
        Assert.Equal("running", report.Regions[2].Instances.Single().State);
    }

    [Fact]
    public void Packer_plugin_amazon_591_packer_plugin_amazon_423_everything_is_tagged_by_the_call_that_makes_it()
    {
        var rehearsal = new Rehearsal();

        rehearsal.Report(Rehearsal.MoveInstance);

        Assert.DoesNotContain(rehearsal.Account.Calls, call => call.Operation is "CreateTags" or "DeleteTags");
        Assert.Equal(
            ["CopyImage image,snapshot", "CopyImage image,snapshot", "CreateImage image,snapshot", "RunInstances instance,volume", "RunInstances instance,volume"],
            rehearsal.Account.Calls.Where(call => Making.Contains(call.Operation) && call.Outcome == CallRecord.Succeeded).Select(Tagged).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Aws_step_functions_ebs_snapshot_mgmt_3_more_copies_than_a_Region_takes_at_a_time_are_queued()
    {
        // An image of two volumes fills a quota of two: the second run waits for the first one's copies.
        var account = LocalCloud.ExampleAccount;
        account = account with { Limits = account.Limits with { ConcurrentSnapshotCopies = 2 } };
        var rehearsal = new Rehearsal(account: account);

        var reports = rehearsal.ReportAll(("run-1", Named("one")), ("run-2", Named("two")));

        Assert.All(reports, report => Assert.Equal(RunState.Succeeded, report.State));
        Assert.Contains(rehearsal.Account.Calls, call => call is { Operation: "CopyImage", Outcome: "ResourceLimitExceeded" });
        Assert.Equal(["one", "two"], rehearsal.Inspect().Regions["eu-central-1"].Images.Select(image => image.Name).Order(StringComparer.Ordinal));
    }

    private static string Named(string name) => new JsonObject
    {
        ["source"] = new JsonObject { ["region"] = "us-east-1", ["instanceId"] = "i-0123456789abcdef0" },
        ["image"] = new JsonObject { ["name"] = name },
        ["destinations"] = new JsonArray(new JsonObject { ["region"] = "eu-central-1" }),
    }.ToJsonString();

    private static string Tagged(CallRecord call) => $"{call.Operation} {string.Join(',', Enumerable.Range(1, 2)
        .Where(i => call.Parameters.Any(parameter => parameter.Key.StartsWith($"TagSpecification.{i}.Tag", StringComparison.Ordinal) && parameter.Value == "amicast:run"))
        .Select(i => call.Parameters[$"TagSpecification.{i}.ResourceType"]))}";

    private static RegionDocument Encrypted(RegionDocument region, string key) => region with
    {
        Instances = [.. region.Instances.Select(instance => instance with { Volumes = [.. instance.Volumes.Select(volume => volume with { Encrypted = true, KmsKeyId = key })] })],
    };

    private static FaultPlan Faults(params FaultRule[] rules) => new(rules);
}
