using System.Text.Json;
using Amicast.StatesLanguage.Execution;
using Amicast.StatesLanguage.History;

namespace Amicast.StatesLanguage.Protocol;

/// <summary>One operation: from the fields of a request to the body of its answer.</summary>
internal delegate byte[] Operation(LocalStepFunctions stepFunctions, RequestFields request);

/// <summary>The operations that the endpoint has.</summary>
internal static class Operations
{
    public const int LongestError = 256;
    public const int LongestCause = 32_768;
    private const int LongestToken = 64;

    public static IReadOnlyDictionary<string, Operation> All { get; } = new Dictionary<string, Operation>
    {
        ["StartExecution"] = Start,
        ["DescribeExecution"] = Describe,
        ["ListExecutions"] = List,
        ["GetExecutionHistory"] = GetHistory,
        ["StopExecution"] = Stop,
        ["RedriveExecution"] = Redrive,
        ["CreateStateMachine"] = StateMachineOperations.Create,
        ["UpdateStateMachine"] = StateMachineOperations.Update,
        ["DescribeStateMachine"] = StateMachineOperations.Describe,
        ["ListStateMachines"] = StateMachineOperations.List,
        ["DeleteStateMachine"] = StateMachineOperations.Delete,
        ["ValidateStateMachineDefinition"] = StateMachineOperations.Validate,
        ["SendTaskSuccess"] = TaskOperations.Succeed,
        ["SendTaskFailure"] = TaskOperations.Fail,
        ["SendTaskHeartbeat"] = TaskOperations.Beat,
    };

    private static byte[] Start(LocalStepFunctions stepFunctions, RequestFields request)
    {
        var started = stepFunctions.StartExecution(request.Required("stateMachineArn"), request.String("name"), request.String("input"));
        return ResponseJson.Write(json =>
        {
            json.WriteString("executionArn", started.ExecutionArn);
            ResponseJson.WriteDate(json, "startDate", started.StartDate);
        });
    }

    private static byte[] Describe(LocalStepFunctions stepFunctions, RequestFields request)
    {
        var execution = stepFunctions.DescribeExecution(request.Required("executionArn"));
        return ResponseJson.Write(json =>
        {
            WriteSummary(json, execution);
            ResponseJson.WriteData(json, "input", execution.Input);
            ResponseJson.WriteData(json, "output", execution.Output);
            ResponseJson.WriteText(json, "error", execution.Error);
            ResponseJson.WriteText(json, "cause", execution.Cause);
            json.WriteString("redriveStatus", execution.Redrivability.Status);
            ResponseJson.WriteText(json, "redriveStatusReason", execution.Redrivability.Reason);
        });
    }

    private static byte[] List(LocalStepFunctions stepFunctions, RequestFields request)
    {
        var filter = new ExecutionFilter(
            request.String("stateMachineArn"), request.String("mapRunArn"), request.String("statusFilter"), request.String("redriveFilter"));
        var page = stepFunctions.ListExecutions(filter, request.Integer("maxResults"), request.String("nextToken"));
        return ResponseJson.Write(json =>
        {
            json.WriteStartArray("executions");
            foreach (var execution in page.Executions)
            {
                json.WriteStartObject();
                WriteSummary(json, execution);
                if (filter.MapRunArn is not null)
                {
                    json.WriteNumber("itemCount", execution.MapRun!.Items);
                }

                json.WriteEndObject();
            }

            json.WriteEndArray();
            ResponseJson.WriteText(json, "nextToken", page.NextToken);
        });
    }

    private static byte[] GetHistory(LocalStepFunctions stepFunctions, RequestFields request)
    {
        var includeData = request.Boolean("includeExecutionData", otherwise: true);
        var page = stepFunctions.GetExecutionHistory(
            request.Required("executionArn"),
            request.Integer("maxResults"),
            request.Boolean("reverseOrder", otherwise: false),
            request.String("nextToken"));
        return ResponseJson.Write(json =>
        {
            json.WriteStartArray("events");
            foreach (var entry in page.Events)
            {
                HistoryEventJson.Write(json, entry, includeData);
            }

            json.WriteEndArray();
            ResponseJson.WriteText(json, "nextToken", page.NextToken);
        });
    }

    private static byte[] Stop(LocalStepFunctions stepFunctions, RequestFields request)
    {
        var stopDate = stepFunctions.StopExecution(
            request.Required("executionArn"), request.String("error", LongestError), request.String("cause", LongestCause));
        return ResponseJson.Write(json => ResponseJson.WriteDate(json, "stopDate", stopDate));
    }

    private static byte[] Redrive(LocalStepFunctions stepFunctions, RequestFields request)
    {
        var redriveDate = stepFunctions.RedriveExecution(request.Required("executionArn"), request.String("clientToken", LongestToken));
        return ResponseJson.Write(json => ResponseJson.WriteDate(json, "redriveDate", redriveDate));
    }

    private static void WriteSummary(Utf8JsonWriter json, ExecutionDescription execution)
    {
        json.WriteString("executionArn", execution.ExecutionArn);
        json.WriteString("stateMachineArn", execution.StateMachineArn);
        json.WriteString("name", execution.Name);
        json.WriteString("status", execution.Status);
        ResponseJson.WriteDate(json, "startDate", execution.StartDate);
        ResponseJson.WriteDate(json, "stopDate", execution.StopDate);
        ResponseJson.WriteText(json, "mapRunArn", execution.MapRun?.Arn);
        json.WriteNumber("redriveCount", execution.RedriveCount);
        ResponseJson.WriteDate(json, "redriveDate", execution.RedriveDate);
    }
}
