using System.Text.Json;
using Amicast.Reports;

namespace Amicast.Runs;

/// <summary>Folds an execution's history, event by event, into a view of the run.</summary>
/// <remarks>
/// An event inside the Map belongs to the Region of the state it lies in, and that is found by following previous-event ids to an entered
/// state, whose data name the destination.
/// </remarks>
internal sealed class RunViewFold(ExecutionName name)
{
    private const string FirstImage = "";
    private const string Summarize = "Summarize";
    private static readonly RegionView NotBegun = new("", "", Standing.Waiting, null, null, null, null);
    private readonly Dictionary<long, string> _regionOfEvent = [];
    private readonly Dictionary<string, RegionView> _regions = [];
    private readonly List<string> _order = [];
    private RegionView _source = NotBegun;
    private DateTimeOffset _seenAt;

    /// <summary>The last event that was added; 0 before the first.</summary>
    internal long Last { get; private set; }

    /// <summary>Adds the next event.</summary>
    internal void Add(HistoryEvent happened)
    {
        (Last, _seenAt) = (happened.Id, happened.Timestamp);
        var region = _regionOfEvent.GetValueOrDefault(happened.PreviousEventId, FirstImage);
        if (happened.StateEnteredEventDetails is { } entered)
        {
            region = Enter(happened.Type, entered);
        }
        else if (happened.StateExitedEventDetails is { } exited)
        {
            Exit(region, happened.Type, exited);
        }
        else if ((happened.LambdaFunctionFailedEventDetails ?? happened.LambdaFunctionTimedOutEventDetails) is { } failed)
        {
            Change(region, view => view with { Trouble = failed.Error ?? "States.Timeout" });
        }

        _regionOfEvent[happened.Id] = region;
    }

    internal RunView ToView(DescribeExecutionResponse execution)
    {
        var report = ReportOf(execution);
        return new RunView(
            name.Run,
            execution.Status,
            execution.StartDate,
            execution.StopDate ?? _seenAt,
            _source,
            [.. _order.Select(region => _regions[region])],
            report,
            report is null && execution.Status is not (RunView.Running or "SUCCEEDED") ? WhyEnded(execution) : null,
            name.Number,
            RunAction.Of(name, execution.Input));
    }

    private static string WhyEnded(DescribeExecutionResponse execution)
    {
        var (error, cause) = execution.WhyEnded();
        return $"{error}: {cause}";
    }

    private string Enter(string type, StateEntered entered)
    {
        using var data = JsonDocument.Parse(entered.Input ?? "{}");
        var region = Text(data.RootElement, "destination", "region") ?? FirstImage;
        if (type == "MapStateEntered")
        {
            _source = _source with { Standing = Standing.Done, EndedAt = _seenAt };
            AddDestinations(data.RootElement);
        }
        else if (entered.Name == Summarize)
        {
            // Summing up is the run's last step; a first image, or a rollback, that is not done by then has failed.
            var isDone = _source.Standing == Standing.Done || Find(data.RootElement, ["rollback", "done"]) is { ValueKind: JsonValueKind.True };
            _source = _source with { Standing = isDone ? Standing.Done : Standing.Failed, EndedAt = _source.EndedAt ?? _seenAt };
        }
        else if (type == "TaskStateEntered")
        {
            Change(region, view => view with { Step = StepOf(entered.Name), Standing = Standing.Working, Trouble = null, BegunAt = view.BegunAt ?? _seenAt });
        }

        return region;
    }

    private void AddDestinations(JsonElement data)
    {
        if (Find(data, ["plan", "destinations"]) is not { ValueKind: JsonValueKind.Array } destinations)
        {
            return;
        }

        foreach (var region in destinations.EnumerateArray().Select(destination => Text(destination, "region")).OfType<string>().Except(_order).ToList())
        {
            _order.Add(region);
            _regions[region] = NotBegun with { Region = region };
        }
    }

    private void Exit(string region, string type, StateExited exited)
    {
        using var output = JsonDocument.Parse(exited.Output ?? "{}");
        var data = output.RootElement;
        if (type == "PassStateExited" && region.Length > 0)
        {
            var failed = data.TryGetProperty("failure", out var failure) && failure.ValueKind == JsonValueKind.Object;
            var trouble = failed ? ErrorOf(failure) : null;
            Change(region, view => view with { Standing = failed ? Standing.Failed : Standing.Done, Trouble = trouble, EndedAt = _seenAt });
        }
        else if (type == "TaskStateExited")
        {
            var known = data.ValueKind == JsonValueKind.Object && data.TryGetProperty("record", out var record) ? record : data;
            Change(region, view => view with { Progress = Number(known, "image", "progress") ?? view.Progress, Trouble = null });
            if (region.Length == 0 && Text(data, "plan", "source", "region") is { } source)
            {
                _source = _source with { Region = source };
            }
        }
    }

    private void Change(string region, Func<RegionView, RegionView> change)
    {
        if (region.Length == 0)
        {
            _source = _source.Standing is Standing.Done or Standing.Failed ? _source : change(_source);
        }
        else
        {
            _regions[region] = change(_regions.GetValueOrDefault(region, NotBegun with { Region = region }));
        }
    }

    // A Region looks at its copy by the same step that looks at the first image.
    private static string StepOf(string state) => state == "CheckCopy" ? "CheckImage" : state;

    private static string? ErrorOf(JsonElement failure) =>
        failure.EnumerateObject().Select(step => Text(step.Value, "Error")).FirstOrDefault();

    private static Report? ReportOf(DescribeExecutionResponse execution)
    {
        try
        {
            var text = execution.Output ?? execution.Cause;
            return text is null ? null : JsonSerializer.Deserialize(text, AmicastJson.Default.Report);
        }
        catch (JsonException)
        {
            // An execution that ends outside the flow (stopped, timed out) says so in plain words.
            return null;
        }
    }

    private static string? Text(JsonElement data, params ReadOnlySpan<string> path) =>
        Find(data, path) is { ValueKind: JsonValueKind.String } found ? found.GetString() : null;

    private static double? Number(JsonElement data, params ReadOnlySpan<string> path) =>
        Find(data, path) is { ValueKind: JsonValueKind.Number } found ? found.GetDouble() : null;

    private static JsonElement? Find(JsonElement data, ReadOnlySpan<string> path)
    {
        foreach (var name in path)
        {
            if (data.ValueKind != JsonValueKind.Object || !data.TryGetProperty(name, out data))
            {
                return null;
            }
        }

        return data;
    }
}
