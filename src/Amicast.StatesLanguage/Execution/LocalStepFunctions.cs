using System.Text;
using System.Text.Json;
using Amicast.StatesLanguage.Data;
using Amicast.StatesLanguage.Data.Intrinsics;
using Amicast.StatesLanguage.Definition;
using Amicast.StatesLanguage.History;
using Amicast.VirtualTime;

namespace Amicast.StatesLanguage.Execution;

/// <summary>Step Functions on one machine: the state machines and executions of one account in one Region, in one world.</summary>
/// <remarks>
/// Every member is for the world's thread. The same definitions, inputs, functions and chance give the same histories, event for event.
/// Source of the operations: https://docs.aws.amazon.com/step-functions/latest/apireference/API_Operations.html.
/// </remarks>
/// <param name="clock">The world's clock.</param>
/// <param name="chance">What retries' jitter, States.UUID, States.MathRandom and names of executions are drawn from.</param>
/// <param name="invoker">Carries out tasks.</param>
/// <param name="accountId">The account, 12 digits.</param>
/// <param name="region">The Region, such as <c>us-east-1</c>.</param>
public sealed partial class LocalStepFunctions(WorldClock clock, Chance chance, ITaskInvoker invoker, string accountId, string region)
{
    private readonly Dictionary<string, StateMachine> _stateMachines = [];
    private readonly ExecutionTable _executions = new();
    private readonly RedriveTokens _redriveTokens = new();
    private readonly List<Action<string, HistoryEvent>> _observers = [];
    private readonly List<Action<ExecutionDescription>> _endObservers = [];
    private readonly Chance _names = chance.Fork("execution names");
    private readonly Chance _requests = chance.Fork("request ids");

    private World World => field ??= new World(clock, chance, invoker, this);

    /// <summary>Calls <paramref name="observer"/> with the execution's ARN and each event as it is recorded, of every execution, on the world's thread. It must not throw.</summary>
    public void Observe(Action<string, HistoryEvent> observer) => _observers.Add(observer);

    /// <summary>
    /// Calls <paramref name="observer"/> with each execution that has ended, however it ended, on the world's thread: what EventBridge tells on AWS as
    /// "Step Functions Execution Status Change". An execution that is redriven ends again. Those of a Map Run are its own affair. It must not throw.
    /// </summary>
    public void ObserveEnds(Action<ExecutionDescription> observer) => _endObservers.Add(observer);

    /// <summary>Registers a state machine, in the place of one of the same name; executions that run go on with what they started with.</summary>
    /// <returns>The state machine's ARN, <c>arn:aws:states:{region}:{account}:stateMachine:{name}</c>.</returns>
    /// <exception cref="StepFunctionsException">InvalidName.</exception>
    public string CreateStateMachine(string name, StateMachineDefinition definition)
    {
        clock.AssertOnThread();
        Names.Check(name);
        var stateMachine = NewStateMachine(name, definition);
        _stateMachines[stateMachine.Arn] = stateMachine;
        return stateMachine.Arn;
    }

    /// <summary>Starts an execution. Its states begin to run after this call, when the world comes to them.</summary>
    /// <param name="stateMachineArn">The state machine.</param>
    /// <param name="name">A name of 1 to 80 characters, unique for the state machine; a UUID if not given.</param>
    /// <param name="input">JSON text of at most 256 KiB; <c>{}</c> if not given.</param>
    /// <returns>The execution, or the one of this name that runs with this very input.</returns>
    /// <exception cref="StepFunctionsException">InvalidArn, StateMachineDoesNotExist, InvalidName, InvalidExecutionInput, ExecutionAlreadyExists.</exception>
    public StartedExecution StartExecution(string stateMachineArn, string? name = null, string? input = null)
    {
        clock.AssertOnThread();
        var stateMachine = FindStateMachine(stateMachineArn);
        if (name is not null)
        {
            Names.Check(name);
        }

        var text = CheckInput(input ?? "{}");
        var execution = _executions.FindSame(stateMachine.ExecutionArn(name ??= NumberFunctions.NewUuid(_names)), text);
        if (execution is null)
        {
            execution = new RunningExecution(stateMachine, name, JsonParser.Parse(text), text, World, Notify);
            _executions.Add(execution);
            execution.Start();
        }

        return new StartedExecution(execution.Arn, execution.StartDate);
    }

    /// <summary>Shows an execution that another process carried out, as if it had been carried out here. In the order of their starts, before any other is started.</summary>
    /// <exception cref="StepFunctionsException">InvalidArn, StateMachineDoesNotExist.</exception>
    public void Restore(string stateMachineArn, KeptExecution kept)
    {
        clock.AssertOnThread();
        ArgumentNullException.ThrowIfNull(kept);
        _executions.Add(new RunningExecution(FindStateMachine(stateMachineArn), kept, World));
    }

    /// <summary>Describes an execution.</summary>
    /// <exception cref="StepFunctionsException">InvalidArn, ExecutionDoesNotExist.</exception>
    public ExecutionDescription DescribeExecution(string executionArn) => Find(executionArn).Describe();

    /// <summary>Ends when the execution has ended, with its description; at once if it has.</summary>
    /// <exception cref="StepFunctionsException">InvalidArn, ExecutionDoesNotExist.</exception>
    public Task<ExecutionDescription> WaitForExecutionAsync(string executionArn) => Find(executionArn).Ended;

    /// <summary>Stops an execution that runs; it ends ABORTED. One that has ended stays as it is.</summary>
    /// <returns>When it ended.</returns>
    /// <exception cref="StepFunctionsException">InvalidArn, ExecutionDoesNotExist.</exception>
    public DateTimeOffset StopExecution(string executionArn, string? error = null, string? cause = null)
    {
        var execution = Find(executionArn);
        if (execution is { StopDate: null, IsKept: true })
        {
            throw new StepFunctionsException("ValidationException", $"Execution is carried out by another process: '{executionArn}'");
        }

        if (execution.StopDate is null)
        {
            execution.EndOutside(ExecutionStatus.Aborted, error, cause);
        }

        return execution.StopDate!.Value;
    }

    /// <summary>Redrives an execution that ended unsuccessfully: it goes on from the state, branches, iterations and executions of a Map Run that did not succeed.</summary>
    /// <param name="executionArn">The execution; it ended at most 14 days ago.</param>
    /// <param name="clientToken">Within 15 minutes, the same token redrives the execution once only.</param>
    /// <returns>When it was redriven.</returns>
    /// <exception cref="StepFunctionsException">InvalidArn, ExecutionDoesNotExist, ExecutionNotRedrivable.</exception>
    public DateTimeOffset RedriveExecution(string executionArn, string? clientToken = null)
    {
        var execution = Find(executionArn);
        if (!_redriveTokens.IsRepeated(execution, clientToken))
        {
            var can = Redrivability.Of(execution);
            if (can.Status != "REDRIVABLE")
            {
                throw new StepFunctionsException("ExecutionNotRedrivable", can.Reason ?? "Execution is redriven by its Map Run: redrive the execution that started it");
            }

            execution.Redrive();
            _redriveTokens.Keep(execution, clientToken);
        }

        return execution.RedriveDate!.Value;
    }

    /// <summary>Lists a state machine's executions, the latest first.</summary>
    /// <param name="stateMachineArn">The state machine.</param>
    /// <param name="statusFilter">One of <see cref="ExecutionStatus"/>, or null for all.</param>
    /// <param name="maxResults">At most so many a page, to 1,000; 0 for 100.</param>
    /// <param name="nextToken">The token of the page before.</param>
    /// <exception cref="StepFunctionsException">InvalidArn, StateMachineDoesNotExist, InvalidToken, ValidationException.</exception>
    public ExecutionPage ListExecutions(string stateMachineArn, string? statusFilter = null, int maxResults = 0, string? nextToken = null) =>
        ListExecutions(new ExecutionFilter(stateMachineArn, MapRunArn: null, statusFilter, Redriven: null), maxResults, nextToken);

    /// <summary>Lists the executions of a state machine or of a Map Run.</summary>
    internal ExecutionPage ListExecutions(ExecutionFilter filter, int maxResults, string? nextToken)
    {
        clock.AssertOnThread();
        filter.Check();
        if (filter.StateMachineArn is { } stateMachineArn)
        {
            _ = FindStateMachine(stateMachineArn);
        }
        else
        {
            Arns.Check(filter.MapRunArn!, "mapRun");
            if (!_executions.HasMapRun(filter.MapRunArn!))
            {
                throw new StepFunctionsException("ResourceNotFound", $"Resource not found: '{filter.MapRunArn}'");
            }
        }

        return _executions.List(filter, Paging.PageSize(maxResults), nextToken);
    }

    /// <summary>Reads an execution's history.</summary>
    /// <param name="executionArn">The execution.</param>
    /// <param name="maxResults">At most so many events a page, to 1,000; 0 for 100.</param>
    /// <param name="reverseOrder">The latest events first.</param>
    /// <param name="nextToken">The token of the page before.</param>
    /// <exception cref="StepFunctionsException">InvalidArn, ExecutionDoesNotExist, InvalidToken, ValidationException.</exception>
    public HistoryPage GetExecutionHistory(string executionArn, int maxResults = 0, bool reverseOrder = false, string? nextToken = null) =>
        Paging.PageOf(Find(executionArn), Paging.PageSize(maxResults), reverseOrder, nextToken);

    /// <summary>Starts an execution of a Map Run.</summary>
    internal RunningExecution StartChild(StateMachine stateMachine, string name, Json input, MapRunPart mapRun)
    {
        var execution = new RunningExecution(stateMachine, name, input, input.ToText(), World, Notify, mapRun);
        _executions.Add(execution);
        execution.Start();
        return execution;
    }

    /// <summary>An id for an answer of the protocol.</summary>
    internal string NewRequestId() => NumberFunctions.NewUuid(_requests);

    private static string CheckInput(string input)
    {
        if (Encoding.UTF8.GetByteCount(input) > PayloadLimit.Bytes)
        {
            throw new StepFunctionsException(
                "ValidationException",
                $"1 validation error detected: Value at 'input' failed to satisfy constraint: Member must have length less than or equal to {PayloadLimit.Bytes}");
        }

        try
        {
            _ = JsonParser.Parse(input);
            return input;
        }
        catch (JsonException e)
        {
            var reason = input.Length == 0 ? "Invalid execution input." : e.Message;
            throw new StepFunctionsException("InvalidExecutionInput", $"Invalid State Machine Execution Input: '{reason}'");
        }
    }

    private StateMachine FindStateMachine(string arn)
    {
        Arns.Check(arn, "stateMachine");
        return _stateMachines.GetValueOrDefault(arn)
            ?? throw new StepFunctionsException("StateMachineDoesNotExist", $"State Machine Does Not Exist: '{arn}'");
    }

    private RunningExecution Find(string arn)
    {
        clock.AssertOnThread();
        Arns.Check(arn, "execution");
        return _executions.Find(arn) ?? throw new StepFunctionsException("ExecutionDoesNotExist", $"Execution Does Not Exist: '{arn}'");
    }

    /// <summary>Tells of an execution that has just ended.</summary>
    internal void NotifyEnd(ExecutionDescription ended) => _endObservers.ForEach(observer => observer(ended));

    private void Notify(string executionArn, HistoryEvent entry) => _observers.ForEach(observer => observer(executionArn, entry));
}
