using Amicast.StatesLanguage.Data.Paths;

namespace Amicast.StatesLanguage.Definition;

/// <summary>One state, as the definition has it.</summary>
internal abstract record State
{
    public string Name { get; init; } = "";

    /// <summary>The state that follows, or null where this one ends its workflow (or decides itself).</summary>
    public string? Next { get; init; }

    /// <summary>What of the input the state sees; null for nothing of it.</summary>
    public JsonPath? InputPath { get; init; } = JsonPath.Root;

    /// <summary>What of the state's result goes on; null for nothing of it.</summary>
    public JsonPath? OutputPath { get; init; } = JsonPath.Root;

    /// <summary>The Type, which the names of its history events begin with.</summary>
    public abstract string Type { get; }

    /// <summary>The type of the event that records its entry; made once.</summary>
    public string EnteredEvent => field ??= Type + "StateEntered";

    /// <summary>The type of the event that records its exit.</summary>
    public string ExitedEvent => field ??= Type + "StateExited";
}
