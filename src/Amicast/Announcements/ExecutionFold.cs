using System.Text.Json;
using Amicast.Plans;
using Amicast.Reports;
using Amicast.Runs;
using Amicast.Steps;

namespace Amicast.Announcements;

/// <summary>Folds the history of an execution that has ended into what it knew at its end, whether or not it came to Summarize.</summary>
/// <remarks>
/// Summarize gets the state data of an execution that ends in the flow. One that is stopped, times out or breaks leaves them in the events of its
/// states: those outside the Map in one line, those of each Region in a line of their own. Data that no version of the flow wrote count as none.
/// </remarks>
internal sealed class ExecutionFold
{
    private const string Summarize = "Summarize";
    private const string Unfinished = "Unfinished";
    private readonly Dictionary<long, Strand> _strandOfEvent = [];
    private readonly Dictionary<string, Strand> _regions = [];
    private readonly Strand _main = new();
    private string? _summary;
    private int _tasks;
    private int _states;
    private int _invocations;

    /// <summary>Adds the next event.</summary>
    internal void Add(HistoryEvent happened)
    {
        var strand = happened.Type.StartsWith("MapState", StringComparison.Ordinal) ? _main : _strandOfEvent.GetValueOrDefault(happened.PreviousEventId, _main);
        if (happened.StateEnteredEventDetails is { } entered)
        {
            strand = Enter(happened.Type, entered);
        }
        else if (happened.StateExitedEventDetails is { } exited)
        {
            strand.Exit(happened.Type, exited.Output);
            _summary = exited.Name == Summarize ? exited.Output : _summary;
        }
        else if (happened.Type == "LambdaFunctionScheduled")
        {
            _invocations++;
            strand.ImageLooks += strand.Step == "CheckImage" ? 1 : 0;
        }
        else if ((happened.LambdaFunctionFailedEventDetails ?? happened.LambdaFunctionTimedOutEventDetails) is { } failed)
        {
            strand.Trouble = failed.Error ?? "States.Timeout";
        }

        _strandOfEvent[happened.Id] = strand;
    }

    /// <summary>The report that Summarize made; none where the execution did not come to it.</summary>
    internal Report? Summary => _summary is null ? null : Read(_summary, json => json.Deserialize(AmicastJson.Default.Report));

    /// <summary>How much was done.</summary>
    internal RunFigures Figures => new(
        _states + Math.Max(0, _invocations - _tasks),
        _invocations,
        Math.Max(0, _invocations - _tasks),
        [.. _regions.Values.Prepend(_main).Select(strand => strand.ImageLooks).Where(looks => looks > 0)]);

    /// <summary>What the execution knew at its end, with the end itself as what failed.</summary>
    internal RunRecord ToRecord(DescribeExecutionResponse execution)
    {
        var known = (_main.Data is null ? null : Read(_main.Data, json => json.Deserialize(AmicastJson.Default.RunRecord))) ?? new RunRecord();
        var (error, cause) = execution.WhyEnded();
        var end = new StepError(error, cause);
        return known with
        {
            Regions = known.Regions ?? (known.Plan is { } plan && _main.Step == "Destinations" ? [.. plan.Destinations.Select(ToRecord)] : null),
            Failure = known.Failure is { Count: > 0 } ? known.Failure : new Dictionary<string, StepError> { [_main.Step ?? "Start"] = end },
        };
    }

    private Strand Enter(string type, StateEntered entered)
    {
        _states++;
        _tasks += type == "TaskStateEntered" ? 1 : 0;
        var region = Read(entered.Input ?? "{}", json => json.TryGetProperty("destination", out var destination) ? destination.GetProperty("region").GetString() : null);
        var strand = region is null ? _main : _regions.TryGetValue(region, out var known) ? known : _regions[region] = new Strand();
        strand.Enter(type, entered.Name);
        return strand;
    }

    private RegionRecord ToRecord(PlannedDestination destination)
    {
        if (_regions.GetValueOrDefault(destination.Region) is not { } strand)
        {
            return Failed(new RegionRecord(destination.Region), "CopyImage", "The execution ended before this Region was begun.");
        }

        var record = strand.Data is null ? null : Read(strand.Data, json => (json.TryGetProperty("record", out var inside) ? inside : json).Deserialize(AmicastJson.Default.RegionRecord));
        record ??= new RegionRecord(destination.Region);
        var trouble = strand.Trouble is null ? "" : $" Its last error was {strand.Trouble}.";
        return strand.HasEnded
            ? record
            : Failed(record, strand.Step ?? "CopyImage", $"The execution ended while this step was under way.{trouble} What it asked AWS for may come to be, and carries the run's tag.");
    }

    private static RegionRecord Failed(RegionRecord record, string step, string why) =>
        record.Failure is { Count: > 0 } ? record : record with { Failure = new Dictionary<string, StepError> { [step] = new(Unfinished, why) } };

    private static T? Read<T>(string json, Func<JsonElement, T?> read)
        where T : class
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return document.RootElement.ValueKind == JsonValueKind.Object ? read(document.RootElement) : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            return null;
        }
    }
}
