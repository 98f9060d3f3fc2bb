using Amicast.StatesLanguage.Data.Paths;

namespace Amicast.StatesLanguage.Definition;

/// <summary>Has a Lambda function or an integrated service do something.</summary>
/// <remarks>Heartbeats are for tasks that wait for their token; no other task can send one, and none is held to it.</remarks>
internal sealed record TaskState(string Resource) : WorkState
{
    /// <summary>The service that is called; null where Resource is a function's plain ARN.</summary>
    public TaskIntegration? Integration { get; init; }

    public bool WaitsForToken => Integration?.Pattern == IntegrationPattern.WaitForTaskToken;

    /// <summary>What AWS names as the producer of too large a result: the function's ARN, or the service.</summary>
    public string Producer => Integration?.ResourceType ?? Resource;

    public long? TimeoutSeconds { get; init; }

    public JsonPath? TimeoutSecondsPath { get; init; }

    public long? HeartbeatSeconds { get; init; }

    public JsonPath? HeartbeatSecondsPath { get; init; }

    public override string Type => "Task";
}
