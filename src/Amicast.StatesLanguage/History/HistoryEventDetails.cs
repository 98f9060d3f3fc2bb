using Amicast.StatesLanguage.Data;

namespace Amicast.StatesLanguage.History;

/// <summary>The details of an event; what an event's type does not have is null.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/step-functions/latest/apireference/API_HistoryEvent.html.</remarks>
public sealed record HistoryEventDetails
{
    internal HistoryEventDetails(string field) => Field = field;

    /// <summary>The event's JSON field that holds these details, such as <c>stateEnteredEventDetails</c>.</summary>
    public string Field { get; }

    /// <summary>The state's name.</summary>
    public string? Name { get; internal init; }

    /// <summary>The index of a Map state's iteration, from 0.</summary>
    public int? Index { get; internal init; }

    /// <summary>How many items a Map state runs over.</summary>
    public int? Length { get; internal init; }

    /// <summary>The integrated service, such as <c>lambda</c>.</summary>
    public string? ResourceType { get; internal init; }

    /// <summary>The function's ARN, or what is called of the integrated service.</summary>
    public string? Resource { get; internal init; }

    /// <summary>The task's timeout, seconds.</summary>
    public long? TimeoutInSeconds { get; internal init; }

    /// <summary>How long a task may go without a heartbeat, seconds.</summary>
    public long? HeartbeatInSeconds { get; internal init; }

    /// <summary>The Region in which a service is called.</summary>
    public string? Region { get; internal init; }

    /// <summary>The Map Run's ARN.</summary>
    public string? MapRunArn { get; internal init; }

    /// <summary>How often the execution or the Map Run has been redriven, this time included.</summary>
    public int? RedriveCount { get; internal init; }

    /// <summary>The execution's role.</summary>
    public string? RoleArn { get; internal init; }

    /// <summary>The error's name.</summary>
    public string? Error { get; internal init; }

    /// <summary>What went wrong.</summary>
    public string? Cause { get; internal init; }

    /// <summary>The input, JSON text.</summary>
    public string? Input => InputData?.ToText();

    /// <summary>The output, JSON text.</summary>
    public string? Output => OutputData?.ToText();

    /// <summary>What a service is called with, JSON text.</summary>
    public string? Parameters => ParametersData?.ToText();

    internal Json? ParametersData { get; init; }

    internal Json? InputData { get; init; }

    internal Json? OutputData { get; init; }
}
