using System.Text.Json;
using Amicast.Tests;

namespace Amicast.TemplateTests;

/// <summary>A Task state of the state machine that carries runs out: the placeholder of its function's ARN, and its time-out in seconds.</summary>
internal sealed record TaskState(string Name, string Function, int? Seconds)
{
    /// <summary>The Task states of the definition, also those inside Map and Parallel states.</summary>
    internal static IReadOnlyList<TaskState> All { get; } = [.. Within(JsonDocument.Parse(Repository.Read("statemachine/distribution.asl.json")).RootElement, "")];

    /// <summary>The placeholder's name, e.g. <c>PlanFunctionArn</c> of <c>${PlanFunctionArn}</c>.</summary>
    internal string Placeholder => Function.StartsWith("${", StringComparison.Ordinal)
        ? Function[2..^1]
        : throw new InvalidOperationException($"{Name}: {Function} is no placeholder.");

    private static IEnumerable<TaskState> Within(JsonElement element, string name) => element.ValueKind switch
    {
        JsonValueKind.Object when IsTask(element) => [Read(element, name)],
        JsonValueKind.Object => element.EnumerateObject().SelectMany(member => Within(member.Value, member.Name)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(item => Within(item, name)),
        _ => [],
    };

    private static bool IsTask(JsonElement element) =>
        element.TryGetProperty("Type", out var type) && type.ValueKind == JsonValueKind.String && type.GetString() == "Task";

    private static TaskState Read(JsonElement state, string name) => new(
        name,
        state.GetProperty("Resource").GetString()!,
        state.TryGetProperty("TimeoutSeconds", out var seconds) ? seconds.GetInt32() : null);
}
