using Amicast.Simulator.Ec2.Regions;

namespace Amicast.Simulator.Iam.Authorization;

/// <summary>The ARNs of resources, as policies have them.</summary>
internal static class Arns
{
    /// <summary>Images and snapshots are in no account.</summary>
    internal static string OfEc2(Region region, string accountId, string kind, string id) =>
        $"arn:{PartitionOf(region.Name)}:ec2:{region.Name}:{(kind is "image" or "snapshot" ? "" : accountId)}:{kind}/{id}";

    internal static string OfParameter(Region region, string accountId, string name) =>
        $"arn:{PartitionOf(region.Name)}:ssm:{region.Name}:{accountId}:parameter/{name.TrimStart('/')}";

    internal static string OfEventBus(Region region, string accountId, string name) => $"arn:{PartitionOf(region.Name)}:events:{region.Name}:{accountId}:event-bus/{name}";

    /// <param name="path">The role's name, with the path before it if it has one.</param>
    internal static string OfRole(Region region, string accountId, string path) => $"arn:{PartitionOf(region.Name)}:iam::{accountId}:role/{path}";

    /// <summary>The Region in an ARN.</summary>
    internal static string RegionIn(string arn) => arn.Split(':') is { Length: > 3 } parts ? parts[3] : "";

    private static string PartitionOf(string region) => region switch
    {
        _ when region.StartsWith("cn-", StringComparison.Ordinal) => "aws-cn",
        _ when region.StartsWith("us-gov-", StringComparison.Ordinal) => "aws-us-gov",
        _ => "aws",
    };
}
