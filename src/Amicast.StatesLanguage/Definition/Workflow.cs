namespace Amicast.StatesLanguage.Definition;

/// <summary>States and where to start: the whole state machine, a branch of a Parallel state or the item processor of a Map state.</summary>
internal sealed record Workflow(string StartAt, IReadOnlyDictionary<string, State> States)
{
    public State Start => States[StartAt];
}
