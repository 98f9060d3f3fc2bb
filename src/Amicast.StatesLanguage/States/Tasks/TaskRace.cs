using Amicast.StatesLanguage.Data;
using Amicast.StatesLanguage.Execution;

namespace Amicast.StatesLanguage.States.Tasks;

/// <summary>What one try of a task waits for, raced against its timeouts. What loses is never cancelled: what it answers late is dropped.</summary>
internal sealed class TaskRace
{
    private readonly Strand _strand;
    private readonly TimeSpan? _heartbeat;
    private readonly DateTimeOffset? _timeoutAt;
    private DateTimeOffset? _heartbeatAt;
    private TaskCompletionSource<TaskOutcome> _first = new();
    private bool _isCalled;
    private bool _isKnown;

    public TaskRace(Strand strand, long? timeoutSeconds, long? heartbeatSeconds)
    {
        _strand = strand;
        var now = strand.Execution.Clock.GetUtcNow();
        _timeoutAt = timeoutSeconds is { } timeout ? now.AddSeconds(timeout) : null;
        _heartbeat = heartbeatSeconds is { } heartbeat ? TimeSpan.FromSeconds(heartbeat) : null;
        _heartbeatAt = now + _heartbeat;
    }

    /// <summary>The outcome of the call, or that of the timeout that comes first.</summary>
    public Task<TaskOutcome> CallAsync(Func<Task<TaskOutcome>> call) => RunAsync(call);

    /// <summary>The outcome of what the task waits for after its call; it waits until the execution's year ends, if it has no timeout.</summary>
    public Task<TaskOutcome> WaitAsync(Func<Task<TaskOutcome>> wait)
    {
        _isCalled = true;
        return RunAsync(wait);
    }

    private async Task<TaskOutcome> RunAsync(Func<Task<TaskOutcome>> work)
    {
        _first = new TaskCompletionSource<TaskOutcome>();
        SetAlarm();
        _ = FollowAsync(work);
        return await _first.Task;
    }

    /// <summary>Heartbeat: its time begins anew.</summary>
    public void Beat()
    {
        _heartbeatAt = _strand.Execution.Clock.GetUtcNow() + _heartbeat;
        if (!_first.Task.IsCompleted)
        {
            SetAlarm();
        }
    }

    /// <summary>The token was returned: no timeout comes before it any more, unless the call that has not ended yet takes too long.</summary>
    public void HoldOutcome()
    {
        (_isKnown, _heartbeatAt) = (true, null);
        SetAlarm();
    }

    private void SetAlarm()
    {
        var isHeartbeat = _heartbeatAt is { } heartbeat && !(_timeoutAt <= heartbeat);
        _strand.Silence();
        if (_isCalled && _isKnown)
        {
            return;
        }

        if ((isHeartbeat ? _heartbeatAt : _timeoutAt) is { } at)
        {
            var error = isHeartbeat ? ErrorNames.HeartbeatTimeout : ErrorNames.Timeout;
            _strand.SetAlarm(at - _strand.Execution.Clock.GetUtcNow(), () => _first.TrySetResult(new TaskOutcome(null, error, null)));
        }
        else if (_isCalled)
        {
            _strand.SetAlarm(TimeSpan.MaxValue, () => { });
        }
    }

    private async Task FollowAsync(Func<Task<TaskOutcome>> work)
    {
        var race = _first;
        var outcome = await work();
        if (!_strand.IsStopped && !race.Task.IsCompleted)
        {
            _strand.Silence();
            race.SetResult(outcome);
        }
    }
}
