namespace Amicast.Simulator.Ec2.Limits;

/// <summary>How many requests EC2 lets through, by operation: the size of the token bucket, and the tokens that come back each second.</summary>
/// <remarks>
/// Source: "Request throttling for the Amazon EC2 API". What is not named there: 100 and 20 for what describes or gets, 50 and 5 for what changes.
/// </remarks>
internal static class RequestRates
{
    private static readonly Rate Describing = new(100, 20);
    private static readonly Rate DescribingAll = new(50, 10);
    private static readonly Rate Changing = new(50, 5);
    private static readonly Rate ChangingMore = new(100, 5);

    /// <summary>These are held to less where they name no id and no filter.</summary>
    private static readonly string[] DearUnfiltered = ["DescribeInstances", "DescribeInstanceStatus", "DescribeSnapshots"];

    private static readonly string[] Cheaper =
    [
        "ModifyImageAttribute", "ModifySnapshotAttribute", "CreateLaunchTemplateVersion", "ModifyLaunchTemplate", "DeregisterImage",
        "DeleteSnapshot", "CreateSnapshot", "CreateSnapshots", "CreateVolume", "TerminateInstances",
    ];

    /// <summary>The instances that RunInstances may launch, beside the requests.</summary>
    internal static Rate LaunchedInstances { get; } = new(1000, 2);

    /// <summary>Whether the request is one of those that have a bucket of their own for asking for everything.</summary>
    internal static bool IsUnfiltered(Request request) =>
        DearUnfiltered.Contains(request.Operation)
        && !(request.Parameters.Has("InstanceId") || request.Parameters.Has("SnapshotId") || request.Parameters.Has("Filter"));

    internal static Rate Of(string operation, bool unfiltered) => operation switch
    {
        _ when unfiltered => DescribingAll,
        "CopyImage" => new(100, 1),
        "RunInstances" => new(5, 2),
        "CreateTags" => new(100, 10),
        _ when Cheaper.Contains(operation) => ChangingMore,
        _ when operation.StartsWith("Describe", StringComparison.Ordinal) || operation.StartsWith("Get", StringComparison.Ordinal) => Describing,
        _ => Changing,
    };
}

/// <summary>The size of a token bucket, and the tokens that come back each second.</summary>
internal sealed record Rate(int Bucket, double RefillPerSecond);
