using System.Text.Json;
using System.Text.Json.Serialization;

namespace Amicast.Runs;

// The few messages of the Step Functions API that Amicast exchanges, by their AWS names
// (https://docs.aws.amazon.com/step-functions/latest/apireference/).

internal sealed record StartExecutionRequest(string StateMachineArn, string Name, string Input);

internal sealed record StartExecutionResponse(string ExecutionArn, DateTimeOffset StartDate);

internal sealed record DescribeExecutionRequest(string ExecutionArn);

internal sealed record DescribeExecutionResponse(
    string ExecutionArn,
    string Name,
    string Status,
    DateTimeOffset StartDate,
    DateTimeOffset? StopDate,
    string? Input,
    string? Output,
    string? Error,
    string? Cause)
{
    /// <summary>Why it ended: who stops an execution may give no reason, and a time-out has none.</summary>
    internal (string Error, string Cause) WhyEnded()
    {
        var error = Status switch
        {
            "TIMED_OUT" => "States.Timeout",
            "ABORTED" => "Aborted",
            _ => "States.Runtime",
        };
        return (Error ?? error, Cause ?? $"The execution ended as {Status}.");
    }
}

internal sealed record ListStateMachinesRequest(int MaxResults, string? NextToken);

internal sealed record ListStateMachinesResponse(IReadOnlyList<ListedStateMachine> StateMachines, string? NextToken);

internal sealed record ListedStateMachine(string Name, string StateMachineArn);

internal sealed record ListExecutionsRequest(string StateMachineArn, string? StatusFilter, int MaxResults, string? NextToken);

internal sealed record ListExecutionsResponse(IReadOnlyList<ListedExecution> Executions, string? NextToken);

internal sealed record ListedExecution(string ExecutionArn, string Name, string Status, DateTimeOffset StartDate, DateTimeOffset? StopDate);

internal sealed record GetExecutionHistoryRequest(string ExecutionArn, int MaxResults, bool ReverseOrder, string? NextToken, bool? IncludeExecutionData = null);

internal sealed record GetExecutionHistoryResponse(IReadOnlyList<HistoryEvent> Events, string? NextToken);

internal sealed record StopExecutionRequest(string ExecutionArn, string? Error, string? Cause);

internal sealed record StopExecutionResponse(DateTimeOffset StopDate);

internal sealed record ServiceError(
    [property: JsonPropertyName("__type")] string? Type,
    [property: JsonPropertyName("message")] string? Message);

/// <summary>One event of an execution's history; the details that no view needs are left out.</summary>
internal sealed record HistoryEvent(
    long Id,
    long PreviousEventId,
    string Type,
    DateTimeOffset Timestamp,
    StateEntered? StateEnteredEventDetails = null,
    StateExited? StateExitedEventDetails = null,
    Failed? LambdaFunctionFailedEventDetails = null,
    Failed? LambdaFunctionTimedOutEventDetails = null);

internal sealed record StateEntered(string Name, string? Input);

internal sealed record StateExited(string Name, string? Output);

internal sealed record Failed(string? Error, string? Cause);

/// <summary>The JSON 1.0 protocol's shapes.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(EpochSeconds)])]
[JsonSerializable(typeof(StartExecutionRequest))]
[JsonSerializable(typeof(StartExecutionResponse))]
[JsonSerializable(typeof(DescribeExecutionRequest))]
[JsonSerializable(typeof(DescribeExecutionResponse))]
[JsonSerializable(typeof(ListStateMachinesRequest))]
[JsonSerializable(typeof(ListStateMachinesResponse))]
[JsonSerializable(typeof(ListExecutionsRequest))]
[JsonSerializable(typeof(ListExecutionsResponse))]
[JsonSerializable(typeof(GetExecutionHistoryRequest))]
[JsonSerializable(typeof(GetExecutionHistoryResponse))]
[JsonSerializable(typeof(StopExecutionRequest))]
[JsonSerializable(typeof(StopExecutionResponse))]
[JsonSerializable(typeof(ServiceError))]
internal sealed partial class StepFunctionsJson : JsonSerializerContext;

/// <summary>The protocol's timestamps: seconds since 1970, with milliseconds as a fraction.</summary>
internal sealed class EpochSeconds : JsonConverter<DateTimeOffset>
{
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        DateTimeOffset.UnixEpoch.AddMilliseconds((double)(reader.GetDecimal() * 1000));

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteNumberValue((value - DateTimeOffset.UnixEpoch).Ticks / (decimal)TimeSpan.TicksPerSecond);
    }
}
