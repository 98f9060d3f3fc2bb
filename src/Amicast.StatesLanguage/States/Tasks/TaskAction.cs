using System.Text;
using System.Text.Json;
using Amicast.StatesLanguage.Data;
using Amicast.StatesLanguage.Definition;
using Amicast.StatesLanguage.Execution;

namespace Amicast.StatesLanguage.States.Tasks;

/// <summary>Task: one try of it.</summary>
internal sealed class TaskAction
{
    private readonly TaskState _state;
    private readonly StateVisit _visit;
    private readonly TaskRecorder _recorder;
    private readonly TaskRace _race;
    private readonly TaskCall _call;
    private bool _isSubmitted;

    private TaskAction(TaskState state, Json input, StateVisit visit)
    {
        (_state, _visit, _recorder) = (state, visit, new TaskRecorder(state, visit.Strand));
        var timeout = Seconds(state.TimeoutSecondsPath, "TimeoutSecondsPath", visit) ?? state.TimeoutSeconds;
        var heartbeat = Seconds(state.HeartbeatSecondsPath, "HeartbeatSecondsPath", visit) ?? state.HeartbeatSeconds;
        _recorder.Started(input, timeout, heartbeat);
        _race = new TaskRace(visit.Strand, timeout, state.WaitsForToken ? heartbeat : null);
        _call = new TaskCall(state, input, visit);
    }

    public static async ValueTask<Json> RunAsync(TaskState state, Json input, StateVisit visit)
    {
        PayloadLimit.Check(input, state.Producer);
        return await new TaskAction(state, input, visit).RunAsync();
    }

    private static long? Seconds(Data.Paths.JsonPath? path, string field, StateVisit visit) =>
        path is null ? null : SecondsPaths.Read(path, field, 1, visit.EffectiveInput, visit);

    private async Task<Json> RunAsync()
    {
        if (_visit.Token is { } token)
        {
            token.Race = _race;
        }

        var output = Check(await _race.CallAsync(_call.RunAsync));
        if (_state.Integration is { Pattern: not IntegrationPattern.RequestResponse } integration)
        {
            _isSubmitted = true;
            _recorder.Submitted(output);
            output = Check(await _race.WaitAsync(() => integration.Pattern == IntegrationPattern.Sync ? _call.FinishAsync(output) : _visit.Token!.Returned));
        }

        _visit.Strand.Stopping = null;
        _recorder.Succeeded(output);
        return output;
    }

    /// <summary>The outcome's output.</summary>
    private Json Check(TaskOutcome outcome)
    {
        if (outcome.Answer is not { } answer)
        {
            throw Failed(outcome);
        }

        if (Encoding.UTF8.GetByteCount(answer) > PayloadLimit.Bytes)
        {
            var exceeded = PayloadLimit.Exceeded(_state.Producer);
            throw Failed(new TaskOutcome(null, exceeded.Error, exceeded.Message));
        }

        try
        {
            return JsonParser.Parse(answer);
        }
        catch (JsonException e)
        {
            throw Failed(new TaskOutcome(null, ErrorNames.Runtime, $"The function '{_state.Resource}' did not answer with JSON: {e.Message}"));
        }
    }

    private Exception Failed(TaskOutcome outcome)
    {
        _visit.Token?.Close();
        _recorder.Failed(outcome, _isSubmitted);
        if (outcome.Error == ErrorNames.Timeout)
        {
            _visit.Strand.Stopping?.Invoke();
        }

        _visit.Strand.Stopping = null;
        return outcome.Error == ErrorNames.Runtime
            ? new ExecutionEndingException(outcome.Error, outcome.Cause, _visit.Strand.LastEvent)
            : new StateFailedException(outcome.Error, outcome.Cause);
    }
}
