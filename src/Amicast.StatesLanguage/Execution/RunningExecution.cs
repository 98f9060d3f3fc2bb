using Amicast.StatesLanguage.Data;
using Amicast.StatesLanguage.History;
using Amicast.StatesLanguage.States;
using Amicast.VirtualTime;

namespace Amicast.StatesLanguage.Execution;

/// <summary>An execution, from its start on; it stays when it has ended.</summary>
internal sealed class RunningExecution
{
    /// <summary>An execution lasts a year at most, then it times out.</summary>
    private static readonly TimeSpan LongestLife = TimeSpan.FromDays(365);
    private Strand _main;
    private TaskCompletionSource<ExecutionDescription> _ended = new();
    private JsonObject? _contextPart;
    private ITimer? _timeout;
    private Json? _output;

    public RunningExecution(
        StateMachine stateMachine, string name, Json input, string inputText, World world, Action<string, HistoryEvent> observe, MapRunPart? mapRun = null)
    {
        (StateMachine, Name, InputText, World, MapRun) = (stateMachine, name, inputText, world, mapRun);
        Arn = stateMachine.ExecutionArn(name);
        Input = input;
        StartDate = world.Clock.GetUtcNow();
        Chance = world.Chance.Fork(Arn);
        History = new ExecutionHistory(Arn, world.Clock, observe);
        // The first state's entry follows on nothing, as on AWS.
        _main = new Strand(this, lastEvent: 0, item: null);
    }

    /// <summary>One that another process carried out.</summary>
    public RunningExecution(StateMachine stateMachine, KeptExecution kept, World world)
    {
        (StateMachine, Name, InputText, World, IsKept) = (stateMachine, kept.Name, kept.Input, world, true);
        Arn = stateMachine.ExecutionArn(kept.Name);
        Input = JsonParser.Parse(kept.Input);
        Chance = world.Chance.Fork(Arn);
        (StartDate, StopDate, Status, Error, Cause) = (kept.StartDate, kept.StopDate, kept.Status, kept.Error, kept.Cause);
        _output = kept.Output is null ? null : JsonParser.Parse(kept.Output);
        History = new ExecutionHistory(Arn, world.Clock, (_, _) => { }, kept.ReadHistory);
        _main = new Strand(this, lastEvent: 0, item: null);
        if (StopDate is not null)
        {
            _ended.SetResult(Describe());
        }
    }

    public StateMachine StateMachine { get; }

    /// <summary>Whether another process carried it out: then nothing of it can go on here.</summary>
    public bool IsKept { get; }

    public string Name { get; }

    public string Arn { get; }

    public string InputText { get; }

    public Json Input { get; }

    public World World { get; }

    public WorldClock Clock => World.Clock;

    public Chance Chance { get; }

    public ExecutionHistory History { get; }

    public DateTimeOffset StartDate { get; }

    public DateTimeOffset? StopDate { get; private set; }

    public string Status { get; private set; } = ExecutionStatus.Running;

    public string? Error { get; private set; }

    public string? Cause { get; private set; }

    /// <summary>The Map Run that started it, if one did.</summary>
    public MapRunPart? MapRun { get; }

    public int RedriveCount { get; private set; }

    public DateTimeOffset? RedriveDate { get; private set; }

    /// <summary>Its part of the context object.</summary>
    public JsonObject ContextPart => _contextPart ??= ContextObjects.OfExecution(this);

    /// <summary>Ends with the execution; after a redrive, with its next end.</summary>
    public Task<ExecutionDescription> Ended => _ended.Task;

    /// <summary>Records the start; the states run when the world comes to them, after the caller's answer.</summary>
    public void Start()
    {
        History.Add(EventTypes.ExecutionStarted, 0, Details.ExecutionStarted(Input, StateMachine.RoleArn));
        Begin(left: null);
    }

    /// <summary>Goes on from where it ended unsuccessfully; what succeeded stays. Its TimeoutSeconds begin anew, its year does not.</summary>
    public void Redrive()
    {
        var (left, end) = (_main.Visit, History.Events.Count);
        (Status, StopDate, Error, Cause) = (ExecutionStatus.Running, null, null, null);
        (RedriveCount, RedriveDate, _contextPart, _ended) = (RedriveCount + 1, Clock.GetUtcNow(), null, new());
        var redriven = History.Add(EventTypes.ExecutionRedriven, end, Details.Redriven(EventTypes.ExecutionRedriven, RedriveCount));
        _main = new Strand(this, redriven, item: null);
        Begin(left);
    }

    /// <summary>Fails as a whole, from within one of its strands.</summary>
    public void Fail(string? error, string? cause, long previous)
    {
        (Error, Cause) = (error, cause);
        End(ExecutionStatus.Failed, EventTypes.ExecutionFailed, previous, Details.Error(EventTypes.ExecutionFailed, error, cause));
    }

    /// <summary>Its output, once it has succeeded.</summary>
    public Json? Output => _output;

    /// <summary>How long it may still last.</summary>
    public TimeSpan Left => StartDate + LongestLife - Clock.GetUtcNow();

    /// <summary>Ends because it lasted too long.</summary>
    public void TimeOut() => EndOutside(ExecutionStatus.TimedOut, error: null, cause: null);

    /// <summary>Ends by a decision from outside: ABORTED or TIMED_OUT.</summary>
    public void EndOutside(string status, string? error, string? cause)
    {
        (Error, Cause) = (error, cause);
        var type = status == ExecutionStatus.Aborted ? EventTypes.ExecutionAborted : EventTypes.ExecutionTimedOut;
        End(status, type, 0, Details.Error(type, error, cause));
    }

    public ExecutionDescription Describe() => new(
        Arn, StateMachine.Arn, Name, Status, StartDate, StopDate, InputText, _output?.ToText(), Error, Cause)
    {
        RedriveCount = RedriveCount,
        RedriveDate = RedriveDate,
        Redrivability = Redrivability.Of(this),
        MapRun = MapRun,
    };

    private void Begin(StateVisit? left)
    {
        if (StateMachine.Definition.Timeout is { } timeout)
        {
            _timeout = Clock.CreateTimer(_ => TimeOut(), state: null, timeout, Timeout.InfiniteTimeSpan);
        }

        _main.SetAlarm(TimeSpan.Zero, () => _ = RunAsync(left));
    }

    private async Task RunAsync(StateVisit? left)
    {
        try
        {
            var workflow = StateMachine.Definition.Workflow;
            _output = left is null ? await WorkflowRun.RunAsync(workflow, Input, _main) : await WorkflowRun.ResumeAsync(workflow, left, _main);
            End(
                ExecutionStatus.Succeeded,
                EventTypes.ExecutionSucceeded,
                _main.LastEvent,
                Details.Output(EventTypes.ExecutionSucceeded, _output));
        }
        catch (StateFailedException e)
        {
            Fail(e.GivenError, e.Cause, _main.LastEvent);
        }
        catch (Exception e)
        {
            FailBy(e, _main);
        }
    }

    /// <summary>Fails as a whole by what came out of <paramref name="strand"/>.</summary>
    public void FailBy(Exception failure, Strand strand)
    {
        if (failure is ExecutionEndingException ending)
        {
            Fail(ending.Error, ending.Cause, ending.PreviousEventId);
        }
        else if (failure is not StrandStoppedException)
        {
            Fail(ErrorNames.Runtime, $"The engine failed: {failure.GetType().Name}: {failure.Message}", strand.LastEvent);
        }
    }

    private void End(string status, string type, long previous, HistoryEventDetails details)
    {
        if (StopDate is not null)
        {
            return;
        }

        (Status, StopDate) = (status, Clock.GetUtcNow());
        _timeout?.Dispose();
        _main.Stop();
        History.AddEnd(type, previous, details);
        _ended.SetResult(Describe());
        if (MapRun is null)
        {
            World.StepFunctions.NotifyEnd(Describe());
        }
    }
}
