namespace Amicast.Simulator.Account;

/// <summary>A volume attached to an instance. It is described here, or named by its id alone and described among its Region's volumes.</summary>
/// <param name="Device">Such as <c>/dev/xvda</c>; each once on an instance.</param>
/// <param name="VolumeId"><c>vol-</c> and 17 (or 8) hexadecimal digits.</param>
/// <param name="SizeGiB">1 to 65,536; none, where the Region's volumes describe it.</param>
/// <param name="VolumeType">Default: gp3.</param>
/// <param name="Encrypted">Default: not, unless there is a key.</param>
/// <param name="KmsKeyId">A key's id, alias or ARN; encrypted without one, it is under the AWS managed key.</param>
/// <param name="DeleteOnTermination">Default: only for the root volume.</param>
public sealed record VolumeDocument(
    string Device, string VolumeId, int? SizeGiB, string VolumeType, bool Encrypted, string? KmsKeyId, bool DeleteOnTermination)
{
    /// <summary>When it was attached; default: when the world begins.</summary>
    public DateTimeOffset? AttachedAt { get; init; }
}

/// <summary>A volume of a Region, attached or not.</summary>
/// <param name="VolumeId"><c>vol-</c> and 17 (or 8) hexadecimal digits.</param>
/// <param name="SizeGiB">1 to 65,536.</param>
public sealed record EbsVolumeDocument(string VolumeId, int SizeGiB)
{
    /// <summary>Default: gp3.</summary>
    public string VolumeType { get; init; } = "gp3";

    /// <summary>Its key, if it has one.</summary>
    public EncryptionDocument Encryption { get; init; } = EncryptionDocument.None;

    /// <summary>Default: the Region's first.</summary>
    public string? AvailabilityZone { get; init; }

    /// <summary>What it was made from; that snapshot need not exist any more.</summary>
    public string? SnapshotId { get; init; }

    /// <summary>When it was made; default: when the world begins.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>Until when it is being created; default: it is there.</summary>
    public DateTimeOffset? AvailableAt { get; init; }

    /// <summary>What it comes to where it is not attached: available (default), or error, since its key is out of reach.</summary>
    public string State { get; init; } = "available";

    /// <summary>Its tags.</summary>
    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();
}

/// <summary>How a volume or a snapshot is encrypted. In JSON these properties stand in the volume or snapshot itself.</summary>
/// <param name="Encrypted">Default: not, unless there is a key.</param>
/// <param name="KmsKeyId">A key's id, alias or ARN; encrypted without one, it is under the AWS managed key.</param>
/// <param name="MissingKmsKeyId">In its place: a key that does not exist, as the request that made it named the key.</param>
public sealed record EncryptionDocument(bool Encrypted, string? KmsKeyId, string? MissingKmsKeyId)
{
    /// <summary>Not encrypted.</summary>
    public static EncryptionDocument None { get; } = new(false, null, null);
}
