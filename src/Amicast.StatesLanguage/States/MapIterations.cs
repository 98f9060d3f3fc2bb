using Amicast.StatesLanguage.Data;
using Amicast.StatesLanguage.Definition;
using Amicast.StatesLanguage.Execution;
using Amicast.StatesLanguage.History;

namespace Amicast.StatesLanguage.States;

/// <summary>Map, inline: one try of it.</summary>
internal sealed class MapIterations : Branching
{
    /// <summary>How many iterations an inline Map runs at a time, whatever MaxConcurrency says.</summary>
    private const int MostAtOnce = 40;
    private readonly MapState _state;
    private readonly Json _input;
    private readonly JsonArray _items;

    private MapIterations(MapState state, Json input, JsonArray items, int mostAtOnce, StateVisit visit) : base(visit, items.Count, mostAtOnce) =>
        (_state, _input, _items) = (state, input, items);

    public static Task<Json> RunAsync(MapState state, Json input, StateVisit visit)
    {
        var items = ItemsOf(state, input, visit);
        var asked = state.MaxConcurrencyPath is { } path ? SecondsPaths.Read(path, "MaxConcurrencyPath", 0, input, visit) : state.MaxConcurrency;
        var most = asked == 0 ? MostAtOnce : (int)Math.Min(asked, MostAtOnce);
        if (visit.LeftBranches is null)
        {
            visit.Strand.Record("MapStateStarted", Details.MapStarted(items.Count));
        }

        return new MapIterations(state, input, items, most, visit).RunAllAsync();
    }

    public static void RecordAborted(string name, int index, long previous, Strand recorder) => recorder.RecordAside(
        EventTypes.MapIterationAborted, previous, Details.Iteration(EventTypes.MapIterationAborted, name, index));

    protected override MapItem? ItemOf(int index) => new(index, _items[index]);

    protected override Workflow WorkflowOf(int index) => _state.ItemProcessor;

    protected override void Started(int index, Strand strand) => strand.Record(
        EventTypes.MapIterationStarted, Details.Iteration(EventTypes.MapIterationStarted, _state.Name, index));

    protected override ValueTask<Json> RunOneAsync(int index, Strand strand)
    {
        var input = _items[index];
        if (_state.ItemSelector is { } selector)
        {
            input = Select(selector, strand);
        }

        return WorkflowRun.RunAsync(_state.ItemProcessor, input, strand);
    }

    protected override long Succeeded(int index, Strand strand) => strand.RecordAside(
        EventTypes.MapIterationSucceeded, strand.LastEvent, Details.Iteration(EventTypes.MapIterationSucceeded, _state.Name, index));

    protected override void Ended(int index, bool failed, long previous)
    {
        var type = failed ? EventTypes.MapIterationFailed : EventTypes.MapIterationAborted;
        Visit.Strand.RecordAside(type, previous, Details.Iteration(type, _state.Name, index));
    }

    /// <summary>The array that the state runs over.</summary>
    public static JsonArray ItemsOf(MapState state, Json input, StateVisit visit)
    {
        var items = state.ItemsPath.Require(input, visit);
        return items as JsonArray ?? throw DataException.Runtime(
            $"Reference path \"{state.ItemsPath}\" must point to array: {items}");
    }

    private Json Select(PayloadTemplate selector, Strand strand)
    {
        try
        {
            return selector.Fill(_input, new ItemSource(Visit, strand.Item!));
        }
        catch (DataException e)
        {
            throw Visit.Failure(e);
        }
    }
}
