using Amicast.StatesLanguage.Data;

namespace Amicast.StatesLanguage.History;

/// <summary>What only some events have; nothing, for most.</summary>
internal sealed record EventRest
{
    public static EventRest None { get; } = new();

    public string? ResourceType { get; init; }

    public string? Resource { get; init; }

    public long? TimeoutInSeconds { get; init; }

    public long? HeartbeatInSeconds { get; init; }

    public string? Region { get; init; }

    public string? MapRunArn { get; init; }

    public int? RedriveCount { get; init; }

    public string? RoleArn { get; init; }

    public string? Error { get; init; }

    public string? Cause { get; init; }

    public int? Index { get; init; }

    public int? Length { get; init; }

    public Json? ParametersData { get; init; }
}
