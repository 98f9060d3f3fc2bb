using Amicast.Simulator.Ec2.Limits;

namespace Amicast.Simulator.Tests.Facts;

/// <summary>The token bucket of every operation is the published one.</summary>
public sealed class ThrottleTests
{
    /// <summary>Those that have a rate of their own; the others have that of their kind.</summary>
    private static readonly Dictionary<string, (int Bucket, double Refill)> Published = new()
    {
        ["CopyImage"] = (100, 1), ["ModifyImageAttribute"] = (100, 5), ["ModifySnapshotAttribute"] = (100, 5), ["CreateLaunchTemplateVersion"] = (100, 5),
        ["ModifyLaunchTemplate"] = (100, 5), ["DeregisterImage"] = (100, 5), ["DeleteSnapshot"] = (100, 5), ["CreateSnapshot"] = (100, 5),
        ["CreateSnapshots"] = (100, 5), ["CreateVolume"] = (100, 5), ["TerminateInstances"] = (100, 5), ["CreateTags"] = (100, 10), ["RunInstances"] = (5, 2),
    };

    private static readonly string[] DearUnfiltered = ["DescribeInstances", "DescribeInstanceStatus", "DescribeSnapshots"];

    public static TheoryData<string, int, double> Rows => [.. OperationTable.Rows.Select(row => Rate(row.Operation))];

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_bucket_is_emptied_by_as_many_requests_as_published_and_refills_as_fast(string operation, int bucket, double refill)
    {
        var world = new QueryWorld(RichAccount.Document.Replace("\"requestThrottling\": false", "\"requestThrottling\": true", StringComparison.Ordinal), atOnce: true);
        var request = $"Action={operation}&DryRun=maybe";
        string Ask() => world.Outcome(request).Split(' ')[0];

        Assert.All(Enumerable.Range(0, bucket), _ => Assert.Equal("InvalidParameterValue", Ask()));
        Assert.Equal("RequestLimitExceeded", Ask());
        world.Wait(TimeSpan.FromSeconds(1));
        Assert.All(Enumerable.Range(0, (int)refill), _ => Assert.Equal("InvalidParameterValue", Ask()));
        Assert.Equal("RequestLimitExceeded", Ask());
    }

    [Fact]
    public void Launched_instances_have_a_bucket_of_1000_that_refills_by_2() => Assert.Equal(new Rate(1000, 2), RequestRates.LaunchedInstances);

    private static (string, int, double) Rate(string operation)
    {
        var (bucket, refill) = Published.TryGetValue(operation, out var own) ? own : (operation.StartsWith("Describe", StringComparison.Ordinal), operation.StartsWith("Get", StringComparison.Ordinal)) switch
        {
            (true, _) when DearUnfiltered.Contains(operation) => (50, 10),
            (false, false) => (50, 5),
            _ => (100, 20),
        };
        return (operation, bucket, refill);
    }
}
