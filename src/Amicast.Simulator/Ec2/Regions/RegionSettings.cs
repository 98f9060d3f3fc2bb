using Amicast.Simulator.Kms;

namespace Amicast.Simulator.Ec2.Regions;

/// <summary>The settings of an account in one Region.</summary>
/// <remarks>A choice: unlike in new accounts of AWS, public access is not blocked unless the account document or a request says so.</remarks>
internal sealed class RegionSettings
{
    internal string ImageBlockPublicAccess { get; set; } = PublicAccess.Unblocked;

    internal string SnapshotBlockPublicAccess { get; set; } = PublicAccess.Unblocked;

    /// <summary>Whether new volumes and copies are encrypted though nobody asked for it.</summary>
    internal bool EncryptsByDefault { get; init; }

    /// <summary>The key for what is encrypted without a key of its own; none: the AWS managed key.</summary>
    internal KmsKey? DefaultKey { get; init; }

    /// <summary>Whether the one VPC is a default one, in which launches without a subnet find their place.</summary>
    internal bool HasDefaultVpc { get; init; } = true;

    /// <summary>The ids of security groups of the default VPC by their names, beside its default group.</summary>
    internal IReadOnlyDictionary<string, string> SecurityGroups { get; init; } = new Dictionary<string, string>();

    /// <summary>The instance types that are not offered here.</summary>
    internal IReadOnlyList<string> InstanceTypesNotOffered { get; init; } = [];

    /// <summary>The names of the key pairs, with their ids.</summary>
    internal IReadOnlyList<(string Id, string Name)> KeyPairs { get; init; } = [];
}
