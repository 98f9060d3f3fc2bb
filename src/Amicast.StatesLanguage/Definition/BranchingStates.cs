using Amicast.StatesLanguage.Data;
using Amicast.StatesLanguage.Data.Paths;

namespace Amicast.StatesLanguage.Definition;

/// <summary>Runs several workflows at once.</summary>
internal sealed record ParallelState(IReadOnlyList<Workflow> Branches) : WorkState
{
    public override string Type => "Parallel";
}

/// <summary>Runs one workflow for every item of an array, inline or in executions of their own.</summary>
internal sealed record MapState(Workflow ItemProcessor) : WorkState
{
    /// <summary>Where the array is, in the state's effective input.</summary>
    public JsonPath ItemsPath { get; init; } = JsonPath.Root;

    /// <summary>What an iteration gets instead of the item as it is.</summary>
    public PayloadTemplate? ItemSelector { get; init; }

    /// <summary>How many iterations at a time; 0 for as many as the mode runs.</summary>
    public long MaxConcurrency { get; init; }

    /// <summary>What belongs to the distributed mode; null where the iterations run inline.</summary>
    public DistributedMap? Distributed { get; init; }

    public JsonPath? MaxConcurrencyPath { get; init; }

    public override string Type => "Map";
}
