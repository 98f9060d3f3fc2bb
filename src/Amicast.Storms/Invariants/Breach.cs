namespace Amicast.Storms.Invariants;

/// <summary>A promise that was not kept.</summary>
/// <param name="Invariant">Which: the letter of docs/reliability.md.</param>
/// <param name="Problem">What was to be, and what is.</param>
public sealed record Breach(char Invariant, string Problem)
{
    /// <inheritdoc/>
    public override string ToString() => $"({Invariant}) {Problem}";
}
