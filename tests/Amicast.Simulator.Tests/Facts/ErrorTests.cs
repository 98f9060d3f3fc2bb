using System.Text.RegularExpressions;

namespace Amicast.Simulator.Tests.Facts;

/// <summary>Every error code is answered for its own cause, and whole.</summary>
public sealed partial class ErrorTests
{
    /// <summary>
    /// What an AMI's whole life can meet. Only faults bring InternalError, Unavailable, Throttling, ConcurrentTagAccess, PendingSnapshotLimitExceeded and
    /// ConcurrentCreateImageNoRebootLimitExceeded; nothing brings UnauthorizedOperation and OptInRequired.
    /// </summary>
    private static readonly string[] Codes =
    [
        "AuthFailure", "ConcurrentSnapshotLimitExceeded", "DryRunOperation", "FilterLimitExceeded", "IdempotentInstanceTerminated", "IdempotentParameterMismatch",
        "IncorrectInstanceState", "IncorrectState", "InvalidAMIAttributeItemValue", "InvalidAMIID.NotFound", "InvalidAMIID.Unavailable",
        "InvalidAMIName.Duplicate", "InvalidAMIName.Malformed", "InvalidAction", "InvalidInstanceID.NotFound", "InvalidLaunchTemplateId.Malformed",
        "InvalidLaunchTemplateId.NotFound", "InvalidLaunchTemplateId.VersionNotFound", "InvalidLaunchTemplateName.AlreadyExistsException",
        "InvalidLaunchTemplateName.NotFoundException", "InvalidParameter", "InvalidParameterValue", "InvalidSnapshot.InUse", "InvalidSnapshot.NotFound",
        "OperationNotPermitted", "RequestLimitExceeded", "ResourceLimitExceeded", "SnapshotCreationPerVolumeRateExceeded",
    ];

    public static TheoryData<string, string> Rows => [.. ErrorTable.Rows.Select(row => (row.Code, row.Why))];

    [Fact]
    public void Every_code_has_a_row_that_answers_it()
    {
        Assert.Equal(Codes, ErrorTable.Rows.Select(row => row.Code).Distinct().Order(StringComparer.Ordinal));
        Assert.All(ErrorTable.Rows, row => Assert.StartsWith($"{row.Code} ", row.Expected, StringComparison.Ordinal));
    }

    [Fact]
    public void The_name_of_a_deregistered_image_is_taken_for_a_while_where_the_fault_strikes()
    {
        const string Create = "Action=CreateImage&InstanceId=i-00000000000000002&Name=web-1";
        var world = new QueryWorld(faults: """{ "faults": [{ "kind": "notFoundAfterCreation", "operation": "DeregisterImage" }] }""");
        Assert.Equal(QueryWorld.Succeeded, world.Outcome("Action=DeregisterImage&ImageId=ami-00000000000000001"));

        Assert.Equal("InvalidAMIName.Duplicate 400: AMI name web-1 is already in use by AMI ami-00000000000000001", world.Outcome(Create));
        world.Wait(TimeSpan.FromMinutes(1));
        Assert.Equal(QueryWorld.Succeeded, world.Outcome(Create));
    }

    [Fact]
    public void Instances_start_all_or_none_where_capacity_lacks()
    {
        var world = new QueryWorld(faults: """{ "faults": [{ "kind": "noCapacity", "operation": "StartInstances", "count": 1 }] }""");
        Assert.Equal(QueryWorld.Succeeded, world.Outcome("Action=StopInstances&InstanceId.1=i-00000000000000001"));
        world.Wait(TimeSpan.FromMinutes(5));
        const string Start = "Action=StartInstances&InstanceId.1=i-00000000000000001&InstanceId.2=i-00000000000000002";

        Assert.Equal("InsufficientInstanceCapacity 500: We currently do not have sufficient m7i.large capacity in the Availability Zone you requested (us-east-1a).", world.Outcome(Start));
        Assert.Equal(["stopped"], world.World.Cloud.Inspect().Regions[RichAccount.First].Instances.Select(instance => instance.State).Distinct());
        Assert.Equal(QueryWorld.Succeeded, world.Outcome(Start));
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_request_is_refused_with_the_code_of_its_cause_and_changes_nothing(string code, string why)
    {
        var row = ErrorTable.Rows.Single(row => row.Code == code && row.Why == why);
        var world = new QueryWorld(row.Limits is null
            ? RichAccount.Document
            : RichAccount.Document.Replace("""{ "requestThrottling": false }""", row.Limits, StringComparison.Ordinal));
        var made = new Dictionary<string, string>();
        foreach (var before in row.Before)
        {
            Carry(world, Fill(before, made), made);
        }

        world.Wait(row.After);
        var snapshots = world.World.Cloud.Inspect().Regions[RichAccount.First].Snapshots.Count;

        Assert.Equal(Fill(row.Expected, made), world.Outcome(Fill(row.Request, made), row.Region, row.AccessKey));
        Assert.Equal(snapshots, world.World.Cloud.Inspect().Regions[RichAccount.First].Snapshots.Count);
    }

    /// <summary>Remembers the ids that the response gives, for what comes after.</summary>
    private static void Carry(QueryWorld world, string request, Dictionary<string, string> made)
    {
        var (status, text) = world.Send(request);
        Assert.True(status == System.Net.HttpStatusCode.OK, text);
        foreach (Match id in Id().Matches(text))
        {
            made[id.Groups["name"].Value] = id.Groups["id"].Value;
        }
    }

    private static string Fill(string text, Dictionary<string, string> made) =>
        made.Aggregate(text, (filled, id) => filled.Replace($"{{{id.Key}}}", id.Value, StringComparison.Ordinal));

    [GeneratedRegex("<(?<name>imageId|snapshotId|instanceId)>(?<id>[^<]+)<", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Id();
}
