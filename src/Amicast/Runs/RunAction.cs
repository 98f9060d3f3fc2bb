using System.Text.Json;

namespace Amicast.Runs;

/// <summary>What an execution does for its run, as its name and its input say.</summary>
public static class RunAction
{
    /// <summary>The first execution carries the request out.</summary>
    public const string Distribute = "distribute";

    /// <summary>A later one goes on with it.</summary>
    public const string Resume = "resume";

    /// <summary>A later one removes what was made.</summary>
    public const string Rollback = "rollback";

    /// <summary>The input of an execution that rolls its run back.</summary>
    public const string RollbackInput = """{"action":"rollback"}""";

    /// <summary>Reads it.</summary>
    /// <param name="name">The execution's name.</param>
    /// <param name="input">Its input.</param>
    public static string Of(ExecutionName name, string? input)
    {
        ArgumentNullException.ThrowIfNull(name);
        return name.Number == 1 ? Distribute : IsRollback(input) ? Rollback : Resume;
    }

    private static bool IsRollback(string? input)
    {
        using var document = JsonDocument.Parse(input ?? "null");
        return document.RootElement.ValueKind == JsonValueKind.Object
            && document.RootElement.TryGetProperty("action", out var action)
            && action.ValueKind == JsonValueKind.String
            && action.GetString() == Rollback;
    }
}
