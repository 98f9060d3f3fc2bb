using Amicast.StatesLanguage.Data;

namespace Amicast.StatesLanguage.History;

/// <summary>Makes the details of events.</summary>
internal static class Details
{
    private static readonly Dictionary<string, string> Fields = new string[]
    {
        EventTypes.ExecutionSucceeded, EventTypes.ExecutionFailed, EventTypes.ExecutionAborted, EventTypes.ExecutionTimedOut,
        EventTypes.LambdaFunctionSucceeded, EventTypes.LambdaFunctionFailed, EventTypes.LambdaFunctionTimedOut,
        EventTypes.TaskScheduled, EventTypes.TaskStarted, EventTypes.TaskSubmitted, EventTypes.TaskSubmitFailed, EventTypes.TaskSucceeded,
        EventTypes.TaskFailed, EventTypes.TaskTimedOut, EventTypes.MapRunStarted, EventTypes.MapRunFailed,
        EventTypes.ExecutionRedriven, EventTypes.MapRunRedriven,
        EventTypes.MapIterationStarted, EventTypes.MapIterationSucceeded, EventTypes.MapIterationFailed, EventTypes.MapIterationAborted,
    }.ToDictionary(type => type, type => char.ToLowerInvariant(type[0]) + type[1..] + "EventDetails");

    public static HistoryEventDetails Entered(string name, Json input) => new("stateEnteredEventDetails") { Name = name, InputData = input };

    public static HistoryEventDetails Exited(string name, Json output) => new("stateExitedEventDetails") { Name = name, OutputData = output };

    public static HistoryEventDetails ExecutionStarted(Json input, string roleArn) =>
        new("executionStartedEventDetails") { InputData = input, RoleArn = roleArn };

    public static HistoryEventDetails Scheduled(string resource, Json input, long? timeoutSeconds) =>
        new("lambdaFunctionScheduledEventDetails") { Resource = resource, InputData = input, TimeoutInSeconds = timeoutSeconds };

    /// <summary>The details of an event of a call of an integrated service, with nothing else yet.</summary>
    public static HistoryEventDetails Service(string type, string resourceType, string resource) =>
        new(FieldOf(type)) { ResourceType = resourceType, Resource = resource };

    /// <summary>The details of an event that has an output and nothing else.</summary>
    public static HistoryEventDetails Output(string type, Json output) => new(FieldOf(type)) { OutputData = output };

    /// <summary>The details of an event that has an error.</summary>
    public static HistoryEventDetails Error(string type, string? error, string? cause) => new(FieldOf(type)) { Error = error, Cause = cause };

    /// <summary>The details of an event of a Map state's iteration.</summary>
    public static HistoryEventDetails Iteration(string type, string name, int index) => new(FieldOf(type)) { Name = name, Index = index };

    public static HistoryEventDetails MapStarted(int length) => new("mapStateStartedEventDetails") { Length = length };

    public static HistoryEventDetails MapRunStarted(string arn) => new(FieldOf(EventTypes.MapRunStarted)) { MapRunArn = arn };

    public static HistoryEventDetails Redriven(string type, int count) => new(FieldOf(type)) { RedriveCount = count };

    private static string FieldOf(string type) => Fields[type];
}
