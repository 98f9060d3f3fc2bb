namespace Amicast.Simulator.Account;

/// <summary>What a Region of a document has named so far, so that nothing is named twice and what refers to something finds it.</summary>
internal sealed class RegionNames
{
    /// <summary>The ids of resources.</summary>
    internal HashSet<string> Ids { get; } = [];

    /// <summary>The names of launch templates.</summary>
    internal HashSet<string> Templates { get; } = [];

    /// <summary>The ids and aliases of KMS keys.</summary>
    internal HashSet<string> Keys { get; } = [];

    /// <summary>The volumes that the Region describes and that are still to be attached, if they are.</summary>
    internal HashSet<string> Volumes { get; } = [];

    /// <summary>The snapshots that the Region describes.</summary>
    internal HashSet<string> Snapshots { get; } = [];

    internal required IReadOnlyList<string> Zones { get; init; }
}
