namespace Amicast.Simulator.Kms;

/// <summary>A KMS key that encrypts volumes and snapshots.</summary>
/// <param name="Arn">Its ARN; of a key that does not exist, what the caller named.</param>
/// <param name="AccountId">Whose key it is.</param>
/// <param name="State">With a key that is not enabled nothing is encrypted or decrypted.</param>
internal sealed record KmsKey(string Arn, string AccountId, KeyState State)
{
    /// <summary>Whether it is <c>aws/ebs</c>: what it encrypts cannot be shared.</summary>
    internal bool IsAwsManaged { get; init; }

    internal IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>The accounts that its policy lets use it, beside its own.</summary>
    internal IReadOnlyList<string> SharedWith { get; init; } = [];

    internal string Id => Arn[(Arn.LastIndexOf('/') + 1)..];

    internal bool Exists => AccountId.Length > 0;

    internal static KmsKey Missing(string name) => new(name, "", KeyState.Disabled);

    /// <summary>Whether the account is allowed to use it, in whatever state it is.</summary>
    internal bool IsOpenTo(string accountId) => AccountId == accountId || SharedWith.Contains(accountId);

    internal bool IsUsableBy(string accountId) => State == KeyState.Enabled && IsOpenTo(accountId);
}

/// <summary>The states of a KMS key, as KMS names them.</summary>
internal enum KeyState
{
    Enabled,
    Disabled,
    PendingDeletion,
}
