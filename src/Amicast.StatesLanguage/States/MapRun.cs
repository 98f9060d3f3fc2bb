using Amicast.StatesLanguage.Data;
using Amicast.StatesLanguage.Data.Intrinsics;
using Amicast.StatesLanguage.Definition;
using Amicast.StatesLanguage.Execution;
using Amicast.StatesLanguage.History;

namespace Amicast.StatesLanguage.States;

/// <summary>Map, distributed: one try of it. Each item, or batch of items, is worked on by an execution of its own.</summary>
/// <remarks>
/// The result has the outputs of the executions that succeeded, in the order of their items; those of failed ones that are tolerated are
/// left out. A redrive redrives the executions that did not succeed and starts those that never started.
/// </remarks>
internal sealed class MapRun
{
    private const int MostAtOnce = 10_000;
    private readonly StateVisit _visit;
    private readonly StateMachine _stateMachine;
    private readonly IReadOnlyList<MapBatch> _batches;
    private readonly FailureTolerance _tolerance;
    private readonly long _mostAtOnce;
    private readonly int _items;
    private readonly RunningExecution?[] _executions;
    private readonly TaskCompletionSource _ended = new();
    private string _arn = "";
    private int _redriveCount;
    private int _running;
    private int _next;
    private int _done;
    private bool _isOver;

    private MapRun(MapState state, Json input, JsonArray items, StateVisit visit)
    {
        var machine = visit.Strand.Execution.StateMachine;
        _visit = visit;
        _items = items.Count;
        _batches = MapBatches.Of(state, input, items, visit);
        _tolerance = FailureTolerance.Of(state.Distributed!, items.Count, input, visit);
        var asked = state.MaxConcurrencyPath is { } path ? SecondsPaths.Read(path, "MaxConcurrencyPath", 0, input, visit) : state.MaxConcurrency;
        _mostAtOnce = asked == 0 ? MostAtOnce : Math.Min(asked, MostAtOnce);
        _executions = new RunningExecution?[_batches.Count];
        _stateMachine = new StateMachine(
            $"{machine.Arn}/{state.Distributed!.Label ?? LabelOf(state.Name)}",
            machine.Name,
            machine.RoleArn,
            new StateMachineDefinition(machine.Definition.Text, state.ItemProcessor, timeout: null),
            machine.CreationDate);
    }

    public static async Task<Json> RunAsync(MapState state, Json input, StateVisit visit)
    {
        var run = new MapRun(state, input, MapIterations.ItemsOf(state, input, visit), visit);
        if (visit.LeftMapRun is { } left)
        {
            run.GoOnWith(left);
        }
        else
        {
            run.Begin();
        }

        visit.MapRun = run;
        return await run.RunAsync();
    }

    private static string LabelOf(string state) =>
        new string([.. state.Where(char.IsAsciiLetterOrDigit).Take(40)]) is { Length: > 0 } label ? label : "Map";

    private void Begin()
    {
        var arn = _stateMachine.Arn.Replace(":stateMachine:", ":mapRun:", StringComparison.Ordinal);
        _visit.Strand.Record("MapStateStarted", Details.MapStarted(_items));
        _arn = $"{arn}:{NumberFunctions.NewUuid(_visit.Chance)}";
        _visit.Strand.Record(EventTypes.MapRunStarted, Details.MapRunStarted(_arn));
    }

    private void GoOnWith(MapRun left)
    {
        (_arn, _redriveCount) = (left._arn, left._redriveCount + 1);
        left._executions.CopyTo(_executions, 0);
        _visit.Strand.Record(EventTypes.MapRunRedriven, Details.Redriven(EventTypes.MapRunRedriven, _redriveCount) with { MapRunArn = _arn });
    }

    private async Task<Json> RunAsync()
    {
        if (_batches.Count > 0)
        {
            // It waits no longer than its execution's year.
            _visit.Strand.SetAlarm(TimeSpan.MaxValue, () => { });
            _visit.Strand.Stopping = Abort;
            StartMore();
            await _ended.Task;
            _visit.Strand.Stopping = null;
            _visit.Strand.Silence();
        }

        if (_tolerance.IsExceeded)
        {
            const string Cause = "The specified tolerated failure threshold was exceeded";
            _visit.Strand.Record(EventTypes.MapRunFailed, Details.Error(EventTypes.MapRunFailed, ErrorNames.ExceedToleratedFailureThreshold, Cause));
            throw new StateFailedException(ErrorNames.ExceedToleratedFailureThreshold, Cause);
        }

        _visit.Strand.Record(EventTypes.MapRunSucceeded, details: null);
        return new JsonArray([.. _executions.Select(execution => execution?.Output).OfType<Json>()]);
    }

    private void StartMore()
    {
        while (_running < _mostAtOnce && _next < _batches.Count && !_isOver)
        {
            StartOne(_next++);
        }
    }

    private void StartOne(int index)
    {
        if (_executions[index] is not { } execution)
        {
            var part = new MapRunPart(_arn, _batches[index].Items);
            execution = _visit.Strand.Execution.World.StepFunctions.StartChild(
                _stateMachine, NumberFunctions.NewUuid(_visit.Chance), _batches[index].Input, part);
            _executions[index] = execution;
        }
        else if (Redrivability.Of(execution).Reason is null)
        {
            execution.Redrive();
        }
        else
        {
            Count(index, execution);
            return;
        }

        _running++;
        _ = FollowAsync(index, execution);
    }

    private async Task FollowAsync(int index, RunningExecution execution)
    {
        await execution.Ended;
        if (!_isOver && !_visit.Strand.IsStopped)
        {
            _running--;
            Count(index, execution);
            StartMore();
        }
    }

    /// <summary>Counts an execution that has ended, and ends the run with the last, or with the first that is too many.</summary>
    private void Count(int index, RunningExecution execution)
    {
        _tolerance.Failed += execution.Status == ExecutionStatus.Succeeded ? 0 : _batches[index].Items;
        if (++_done == _batches.Count || _tolerance.IsExceeded)
        {
            Abort();
            _ended.SetResult();
        }
    }

    private void Abort()
    {
        _isOver = true;
        foreach (var execution in _executions.OfType<RunningExecution>().Where(one => one.Status == ExecutionStatus.Running))
        {
            execution.EndOutside(ExecutionStatus.Aborted, error: null, cause: null);
        }
    }
}
