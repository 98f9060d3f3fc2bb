using System.Text.Json;
using Amicast.StatesLanguage.Execution;
using Amicast.StatesLanguage.History;

namespace Amicast.StatesLanguage.Protocol;

/// <summary>One operation: from the fields of a request to the body of its answer.</summary>
internal delegate byte[] Operation(LocalStepFunctions stepFunctions, RequestFields request);

/// <summary>The operations that the endpoint has.</summary>
internal static class Operations
{
    private const int LongestError = 256;
    private const int LongestCause = 32_768;

    public static IReadOnlyDictionary<string, Operation> All { get; } = new Dictionary<string, Operation>
    {
        ["StartExecution"] = Start,
        ["DescribeExecution"] = Describe,
        ["ListExecutions"] = List,
        ["GetExecutionHistory"] = GetHistory,
        ["StopExecution"] = Stop,
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
            json.WriteString("redriveStatus", "NOT_REDRIVABLE");
            json.WriteString("redriveStatusReason", execution.Status is ExecutionStatus.Running or ExecutionStatus.Succeeded
                ? $"Execution is {execution.Status} and cannot be redriven"
                : "This endpoint does not redrive executions");
        });
    }

    private static byte[] List(LocalStepFunctions stepFunctions, RequestFields request)
    {
        var page = stepFunctions.ListExecutions(
            request.Required("stateMachineArn"), request.String("statusFilter"), request.Integer("maxResults"), request.String("nextToken"));
        return ResponseJson.Write(json =>
        {
            json.WriteStartArray("executions");
            foreach (var execution in page.Executions)
            {
                json.WriteStartObject();
                WriteSummary(json, execution);
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

    private static void WriteSummary(Utf8JsonWriter json, ExecutionDescription execution)
    {
        json.WriteString("executionArn", execution.ExecutionArn);
        json.WriteString("stateMachineArn", execution.StateMachineArn);
        json.WriteString("name", execution.Name);
        json.WriteString("status", execution.Status);
        ResponseJson.WriteDate(json, "startDate", execution.StartDate);
        ResponseJson.WriteDate(json, "stopDate", execution.StopDate);
        json.WriteNumber("redriveCount", 0);
    }
}
