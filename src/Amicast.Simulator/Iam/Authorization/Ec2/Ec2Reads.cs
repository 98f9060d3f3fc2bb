namespace Amicast.Simulator.Iam.Authorization.Ec2;

/// <summary>The operations of EC2 that know no resources: whoever may, may for everything.</summary>
/// <remarks>Source: "Actions, resources, and condition keys for Amazon EC2": rows without a resource type.</remarks>
internal static class Ec2Reads
{
    private static readonly string[] Operations =
    [
        "DescribeRegions", "DescribeAvailabilityZones", "DescribeVpcs", "DescribeSubnets", "DescribeSecurityGroups", "DescribeKeyPairs",
        "DescribeImages", "GetImageBlockPublicAccessState", "EnableImageBlockPublicAccess", "DisableImageBlockPublicAccess",
        "DescribeSnapshots", "GetSnapshotBlockPublicAccessState", "EnableSnapshotBlockPublicAccess", "DisableSnapshotBlockPublicAccess",
        "DescribeVolumes", "GetEbsEncryptionByDefault", "GetEbsDefaultKmsKeyId",
        "DescribeInstances", "DescribeInstanceStatus", "DescribeInstanceTypes", "DescribeInstanceTypeOfferings",
        "DescribeLaunchTemplates", "DescribeLaunchTemplateVersions", "DescribeTags",
    ];

    internal static IEnumerable<AuthorizationRule> All => Operations.Select(operation =>
        new AuthorizationRule($"ec2:{operation}", call => [call.Ask($"ec2:{call.Request.Operation}", AuthorizedResource.All)]));
}
