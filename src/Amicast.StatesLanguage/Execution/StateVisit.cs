using Amicast.StatesLanguage.Data;
using Amicast.StatesLanguage.Definition;
using Amicast.StatesLanguage.History;
using Amicast.StatesLanguage.States;
using Amicast.VirtualTime;

namespace Amicast.StatesLanguage.Execution;

/// <summary>One stay of a strand in a state, from entry to exit, with every retry in between.</summary>
internal sealed class StateVisit : IDataSource
{
    private readonly DateTimeOffset _entered;

    public StateVisit(Strand strand, State state, Json input)
    {
        (Strand, State, Input) = (strand, state, input);
        strand.Visit = this;
        EnteredEvent = strand.Record(state.EnteredEvent, Details.Entered(state.Name, input));
        _entered = strand.Execution.Clock.GetUtcNow();
    }

    /// <summary>The stay goes on after a redrive: it is not entered again, and what succeeded in it is kept.</summary>
    private StateVisit(Strand strand, StateVisit left)
    {
        (Strand, State, Input, EnteredEvent, _entered) = (strand, left.State, left.Input, left.EnteredEvent, left._entered);
        (LeftBranches, LeftMapRun) = (left.Branches ?? left.LeftBranches, left.MapRun ?? left.LeftMapRun);
        strand.Visit = this;
    }

    public Strand Strand { get; }

    public State State { get; }

    /// <summary>The raw input.</summary>
    public Json Input { get; }

    public long EnteredEvent { get; }

    /// <summary>How often the state was tried again so far.</summary>
    public int RetryCount { get; set; }

    /// <summary>The token of the present try, if the task waits for one.</summary>
    public TaskToken? Token { get; set; }

    /// <summary>The branches or iterations of the present try, if the state has them.</summary>
    public Branching? Branches { get; set; }

    /// <summary>The Map Run of the present try, if the state has one.</summary>
    public MapRun? MapRun { get; set; }

    /// <summary>The branches or iterations that a redrive goes on with; for the first try after it only.</summary>
    public Branching? LeftBranches { get; private set; }

    /// <summary>The Map Run that a redrive goes on with; for the first try after it only.</summary>
    public MapRun? LeftMapRun { get; private set; }

    public Chance Chance => Strand.Execution.Chance;

    public JsonObject ContextObject => ContextFor(Strand.Item);

    /// <summary>This stay, gone on with on another strand.</summary>
    public StateVisit Resume(Strand strand) => new(strand, this);

    /// <summary>The next try is on its own: it starts everything anew.</summary>
    public void ForgetTry() => (Branches, MapRun, LeftBranches, LeftMapRun) = (null, null, null, null);

    /// <summary>What InputPath leaves of the input.</summary>
    public Json EffectiveInput => State.InputPath is { } path ? path.Require(Input, this) : JsonObject.Empty;

    /// <summary>What OutputPath leaves of <paramref name="data"/>, checked against the payload limit.</summary>
    public Json EffectiveOutput(Json data)
    {
        var output = State.OutputPath is { } path ? path.Require(data, this) : JsonObject.Empty;
        return PayloadLimit.Check(output, State.Name);
    }

    /// <summary>The context object with <paramref name="item"/> as the Map's item.</summary>
    public JsonObject ContextFor(MapItem? item) => ContextObjects.Of(this, _entered, item);

    /// <summary>The failure that a data error in this state is.</summary>
    public Exception Failure(DataException error)
    {
        var cause = $"An error occurred while executing the state '{State.Name}' (entered at the event id #{EnteredEvent}). {error.Message}";
        return error.Error switch
        {
            ErrorNames.Runtime => new ExecutionEndingException(error.Error, cause, Strand.LastEvent),
            ErrorNames.DataLimitExceeded => new StateFailedException(error.Error, error.Message),
            _ => new StateFailedException(error.Error, cause),
        };
    }
}
