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

    /// <summary>The names of the key pairs, with their ids.</summary>
    internal IReadOnlyList<(string Id, string Name)> KeyPairs { get; init; } = [];
}
