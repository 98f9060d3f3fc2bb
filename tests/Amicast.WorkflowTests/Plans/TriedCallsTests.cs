using Amicast.Plans;

namespace Amicast.WorkflowTests.Plans;

/// <summary>Where the caller is the one who will act, the changing calls are tried with EC2's DryRun.</summary>
public sealed class TriedCallsTests
{
    private const string Yet = ": there is no image to try them on yet";

    [Fact]
    public void Every_call_that_can_be_tried_is_tried_with_DryRun_and_nothing_is_made()
    {
        var world = new PlanWorld();
        var before = world.Account.Save();

        var plan = world.Plan(Rehearsal.MoveInstance, tryCalls: true);

        Assert.Empty(plan.Problems);
        Assert.Equal(
            [
                "ap-southeast-2 CopyImage DryRunOperation", "ap-southeast-2 RunInstances DryRunOperation",
                "eu-central-1 CopyImage DryRunOperation", "eu-central-1 RunInstances DryRunOperation",
                "us-east-1 CreateImage DryRunOperation",
            ],
            world.Account.Calls.Where(call => !Reads.Is(call)).Select(call => $"{call.Region} {call.Operation} {call.Outcome}").Order(StringComparer.Ordinal));
        Assert.Equal(
            [
                $"$.share: NotChecked: permission for ModifyImageAttribute and ModifySnapshotAttribute in us-east-1{Yet}",
                $"$.share: NotChecked: permission for ModifyImageAttribute and ModifySnapshotAttribute in eu-central-1{Yet}",
                $"$.share: NotChecked: permission for ModifyImageAttribute and ModifySnapshotAttribute in ap-southeast-2{Yet}",
            ],
            plan.Warnings.Select(warning => $"{warning}"));
        Assert.Equal(before.ToJson(), (world.Account.Save() with { StartsAt = before.StartsAt }).ToJson());
    }

    [Theory]
    [InlineData("CreateImage", "$.source: NotAuthorized: the caller may not CreateImage in us-east-1")]
    [InlineData("CopyImage", "$.destinations[1]: NotAuthorized: the caller may not CopyImage in eu-central-1")]
    [InlineData("RunInstances", "$.launch: NotAuthorized: the caller may not RunInstances in eu-central-1")]
    public void A_call_that_the_caller_may_not_make_is_a_problem(string operation, string expected)
    {
        var plan = new PlanWorld(answers: new WireAnswer(operation, DryRun: true, Error: "UnauthorizedOperation")).Plan(Rehearsal.MoveInstance, tryCalls: true);

        Assert.Equal(
            $"{expected} ({operation}: UnauthorizedOperation: You are not authorized to perform this operation.); have the permission given; template.yaml lists what each step of a run needs",
            $"{plan.Problems[0]}");
    }

    [Fact]
    public void A_trial_that_ends_in_another_way_says_only_that_it_could_not_be_checked()
    {
        var plan = new PlanWorld(answers: new WireAnswer("CreateImage", DryRun: true, Error: "OptInRequired")).Plan(Rehearsal.MoveInstance, tryCalls: true);

        Assert.Empty(plan.Problems);
        Assert.Equal(
            "$.source: NotChecked: permission for CreateImage in us-east-1: CreateImage: OptInRequired: You are not authorized to perform this operation.",
            $"{plan.Warnings[0]}");
    }

    [Theory]
    [InlineData("""{ "accounts": ["111122223333"] }""", "LaunchPermission.Add.1.UserId=111122223333")]
    [InlineData("""{ "visibility": "public", "snapshots": false }""", "LaunchPermission.Add.1.Group=all")]
    [InlineData("""{ "visibility": "private" }""", "LaunchPermission.Remove.1.Group=all")]
    public void Sharing_an_image_that_exists_is_tried_where_it_is(string share, string expected)
    {
        var world = new PlanWorld(deployment: Deployment.Default with { AllowPublicImages = true });

        var warnings = world.Warnings($$"""{ "source": { "region": "us-east-1", "imageId": "ami-0a1b2c3d4e5f60001" }, "share": {{share}} }""", tryCalls: true);

        var tried = Assert.Single(world.Account.Calls, call => call.Operation == "ModifyImageAttribute");
        Assert.Equal(expected, string.Join(',', tried.Parameters.Where(p => p.Key.StartsWith("LaunchPermission", StringComparison.Ordinal)).Select(p => $"{p.Key}={p.Value}")));
        Assert.DoesNotContain(Yet, warnings, StringComparison.Ordinal);
    }

    [Fact]
    public void A_plan_that_somebody_else_will_carry_out_tries_nothing()
    {
        var world = new PlanWorld();

        var plan = world.Plan(Rehearsal.MoveInstance);

        Assert.DoesNotContain(plan.Warnings, warning => warning.Code == Warning.NotChecked);
        Assert.All(world.Account.Calls, call => Assert.True(Reads.Is(call), call.Operation));
    }
}
