namespace Amicast.Simulator.Account;

/// <summary>A snapshot of a Region, of an image or of none.</summary>
/// <param name="SnapshotId"><c>snap-</c> and 17 (or 8) hexadecimal digits.</param>
/// <param name="SizeGiB">1 to 65,536.</param>
public sealed record SnapshotDocument(string SnapshotId, int SizeGiB)
{
    /// <summary>Default: this account.</summary>
    public string? OwnerId { get; init; }

    /// <summary>The volume that it is of, which need not exist any more; default, of a copy: <c>vol-ffffffff</c>.</summary>
    public string VolumeId { get; init; } = "vol-ffffffff";

    /// <summary>Whose data it holds: a later snapshot or copy of the same lineage holds only what changed. Default: its volume's; of a copy its own.</summary>
    public string? Lineage { get; init; }

    /// <summary>Default: empty.</summary>
    public string Description { get; init; } = "";

    /// <summary>Its key, if it has one.</summary>
    public EncryptionDocument Encryption { get; init; } = EncryptionDocument.None;

    /// <summary>When it was begun; default: when the world begins.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When it is completed; default: it is.</summary>
    public DateTimeOffset? CompletesAt { get; init; }

    /// <summary>How unevenly its progress rises until then: 1 (default) is evenly, below 1 fast at first.</summary>
    public double Pace { get; init; } = 1;

    /// <summary>For how many of the seconds until then its progress stands still, half way through. Default: 0.</summary>
    public double StallSeconds { get; init; }

    /// <summary>The percentage that is shown until progress leaps to its end; default: it does not leap.</summary>
    public int? ShownBeforeLeap { get; init; }

    /// <summary>What happens to it before; default: nothing.</summary>
    public MishapDocument? Mishap { get; init; }

    /// <summary>Of a copy: whether it holds only what changed since the last one. Default: no.</summary>
    public bool Incremental { get; init; }

    /// <summary>Of a time-based copy.</summary>
    public int? CompletionDurationMinutes { get; init; }

    /// <summary>Account ids, or <c>all</c>.</summary>
    public IReadOnlyList<string> CreateVolumePermissions { get; init; } = [];

    /// <summary>Its tags.</summary>
    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();
}

/// <summary>What goes wrong with an image or a snapshot.</summary>
/// <param name="At">When; default: it has.</param>
/// <param name="Reason">Why it fails then; none: it goes no further, for ever.</param>
public sealed record MishapDocument(DateTimeOffset? At, StateReasonDocument? Reason);

/// <summary>Why something is in the state that it is in.</summary>
/// <param name="Code">Such as <c>Client.InternalError</c>.</param>
/// <param name="Message">In words.</param>
public sealed record StateReasonDocument(string Code, string Message);
