using Amicast.StatesLanguage.Data.Paths;

namespace Amicast.StatesLanguage.Definition;

/// <summary>Has a Lambda function do something.</summary>
/// <remarks>Heartbeats are accepted and checked; a function invoked by its plain ARN cannot send one and is not held to it.</remarks>
internal sealed record TaskState(string Resource) : WorkState
{
    public long? TimeoutSeconds { get; init; }

    public JsonPath? TimeoutSecondsPath { get; init; }

    public long? HeartbeatSeconds { get; init; }

    public JsonPath? HeartbeatSecondsPath { get; init; }

    public override string Type => "Task";
}
