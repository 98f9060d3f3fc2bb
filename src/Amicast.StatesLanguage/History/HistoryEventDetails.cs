using Amicast.StatesLanguage.Data;

namespace Amicast.StatesLanguage.History;

/// <summary>The details of an event; what an event's type does not have is null.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/step-functions/latest/apireference/API_HistoryEvent.html. Histories are most of what an engine keeps, and
/// most events have a name and data at most: what only some have stands apart.
/// </remarks>
public sealed record HistoryEventDetails
{
    private EventRest _rest = EventRest.None;

    internal HistoryEventDetails(string field) => Field = field;

    /// <summary>The event's JSON field that holds these details, such as <c>stateEnteredEventDetails</c>.</summary>
    public string Field { get; }

    /// <summary>The state's name.</summary>
    public string? Name { get; internal init; }

    /// <summary>The index of a Map state's iteration, from 0.</summary>
    public int? Index
    {
        get => _rest.Index;
        internal init => _rest = _rest with { Index = value };
    }

    /// <summary>How many items a Map state runs over.</summary>
    public int? Length
    {
        get => _rest.Length;
        internal init => _rest = _rest with { Length = value };
    }

    /// <summary>The integrated service, such as <c>lambda</c>.</summary>
    public string? ResourceType
    {
        get => _rest.ResourceType;
        internal init => _rest = _rest with { ResourceType = value };
    }

    /// <summary>The function's ARN, or what is called of the integrated service.</summary>
    public string? Resource
    {
        get => _rest.Resource;
        internal init => _rest = _rest with { Resource = value };
    }

    /// <summary>The task's timeout, seconds.</summary>
    public long? TimeoutInSeconds
    {
        get => _rest.TimeoutInSeconds;
        internal init => _rest = _rest with { TimeoutInSeconds = value };
    }

    /// <summary>How long a task may go without a heartbeat, seconds.</summary>
    public long? HeartbeatInSeconds
    {
        get => _rest.HeartbeatInSeconds;
        internal init => _rest = _rest with { HeartbeatInSeconds = value };
    }

    /// <summary>The Region in which a service is called.</summary>
    public string? Region
    {
        get => _rest.Region;
        internal init => _rest = _rest with { Region = value };
    }

    /// <summary>The Map Run's ARN.</summary>
    public string? MapRunArn
    {
        get => _rest.MapRunArn;
        internal init => _rest = _rest with { MapRunArn = value };
    }

    /// <summary>How often the execution or the Map Run has been redriven, this time included.</summary>
    public int? RedriveCount
    {
        get => _rest.RedriveCount;
        internal init => _rest = _rest with { RedriveCount = value };
    }

    /// <summary>The execution's role.</summary>
    public string? RoleArn
    {
        get => _rest.RoleArn;
        internal init => _rest = _rest with { RoleArn = value };
    }

    /// <summary>The error's name.</summary>
    public string? Error
    {
        get => _rest.Error;
        internal init => _rest = _rest with { Error = value };
    }

    /// <summary>What went wrong.</summary>
    public string? Cause
    {
        get => _rest.Cause;
        internal init => _rest = _rest with { Cause = value };
    }

    /// <summary>The input, JSON text.</summary>
    public string? Input => InputData?.ToText();

    /// <summary>The output, JSON text.</summary>
    public string? Output => OutputData?.ToText();

    /// <summary>What a service is called with, JSON text.</summary>
    public string? Parameters => ParametersData?.ToText();

    /// <summary>Bytes of UTF-8 that the largest of input, output and parameters takes: what Step Functions limits to 256 KiB.</summary>
    public long DataLength => Math.Max(Math.Max(InputData?.Length ?? 0, OutputData?.Length ?? 0), ParametersData?.Length ?? 0);

    internal Json? ParametersData
    {
        get => _rest.ParametersData;
        init => _rest = _rest with { ParametersData = value };
    }

    internal Json? InputData { get; init; }

    internal Json? OutputData { get; init; }
}
