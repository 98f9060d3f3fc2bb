using Amicast.StatesLanguage.Data;
using Amicast.StatesLanguage.Definition;
using Amicast.StatesLanguage.Execution;
using Amicast.StatesLanguage.History;

namespace Amicast.StatesLanguage.States.Tasks;

/// <summary>Records one try of a task: as that of a Lambda function by its plain ARN, or as that of an integrated service.</summary>
internal sealed class TaskRecorder(TaskState task, Strand strand)
{
    public void Started(Json input, long? timeoutSeconds, long? heartbeatSeconds)
    {
        if (task.Integration is null)
        {
            strand.Record(EventTypes.LambdaFunctionScheduled, Details.Scheduled(task.Resource, input, timeoutSeconds));
            strand.Record(EventTypes.LambdaFunctionStarted, details: null);
            return;
        }

        strand.Record(EventTypes.TaskScheduled, Service(EventTypes.TaskScheduled) with
        {
            Region = Arns.RegionOf(strand.Execution.Arn),
            ParametersData = input,
            TimeoutInSeconds = timeoutSeconds,
            HeartbeatInSeconds = heartbeatSeconds,
        });
        strand.Record(EventTypes.TaskStarted, Service(EventTypes.TaskStarted));
    }

    public void Submitted(Json output) =>
        strand.Record(EventTypes.TaskSubmitted, Service(EventTypes.TaskSubmitted) with { OutputData = output });

    public void Succeeded(Json output) => _ = task.Integration is null
        ? strand.Record(EventTypes.LambdaFunctionSucceeded, Details.Output(EventTypes.LambdaFunctionSucceeded, output))
        : strand.Record(EventTypes.TaskSucceeded, Service(EventTypes.TaskSucceeded) with { OutputData = output });

    public void Failed(TaskOutcome outcome, bool isSubmitted)
    {
        var isTimeout = outcome.Error is ErrorNames.Timeout or ErrorNames.HeartbeatTimeout;
        if (task.Integration is not { } integration)
        {
            var type = isTimeout ? EventTypes.LambdaFunctionTimedOut : EventTypes.LambdaFunctionFailed;
            strand.Record(type, Details.Error(type, outcome.Error, outcome.Cause));
            return;
        }

        var failed = isTimeout ? EventTypes.TaskTimedOut
            : integration.Pattern == IntegrationPattern.Sync && !isSubmitted ? EventTypes.TaskSubmitFailed
            : EventTypes.TaskFailed;
        strand.Record(failed, Service(failed) with { Error = outcome.Error, Cause = outcome.Cause });
    }

    private HistoryEventDetails Service(string type) => Details.Service(type, task.Integration!.ResourceType, task.Integration.Resource);
}
