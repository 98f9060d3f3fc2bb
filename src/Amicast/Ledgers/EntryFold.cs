using System.Text.Json;
using Amicast.Plans;
using Amicast.Reports;
using Amicast.Runs;
using Amicast.Steps;

namespace Amicast.Ledgers;

/// <summary>Gathers an execution's plan and its Regions' last records from its history, read from the end backwards.</summary>
/// <remarks>
/// What Summarize was given has all of them together. An execution that never came to it leaves them in the states of its Regions. What no version
/// of the flow wrote counts as nothing.
/// </remarks>
internal sealed class EntryFold
{
    private readonly Dictionary<string, RegionRecord> _regions = [];

    /// <summary>Whether there is nothing more to be learned from earlier events.</summary>
    internal bool IsComplete => Plan is not null;

    internal Plan? Plan { get; private set; }

    internal bool HasRolledBack { get; private set; }

    internal IReadOnlyDictionary<string, RegionRecord> Regions => _regions;

    /// <summary>Adds the event before the one that was added last.</summary>
    internal void Add(HistoryEvent happened)
    {
        if (happened.StateExitedEventDetails is { Output: { } output } exited)
        {
            HasRolledBack |= exited.Name == RollbackStep.StepName;
            Add(exited.Name, output, isPlans: exited.Name == "Plan");
        }
        else if (happened.StateEnteredEventDetails is { Input: { } input } entered)
        {
            Add(entered.Name, input, isPlans: entered.Name == "Summarize");
        }
    }

    private void Add(string state, string data, bool isPlans)
    {
        if (isPlans && Read(data, AmicastJson.Default.RunRecord) is { Plan: { } plan } known)
        {
            Plan = plan;
            foreach (var record in known.Regions ?? [])
            {
                _regions.TryAdd(record.Region, record);
            }
        }
        else if (state.Length > 0 && Read(data, AmicastJson.Default.RegionState) is { Destination: { } destination, Record: { } record })
        {
            _regions.TryAdd(destination.Region, record);
        }
    }

    private static T? Read<T>(string json, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(json, type);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <summary>The part of a Region's state data that outlives its execution.</summary>
/// <param name="Destination">What was planned for the Region.</param>
/// <param name="Record">What was known of it.</param>
public sealed record RegionState(PlannedDestination? Destination = null, RegionRecord? Record = null);
