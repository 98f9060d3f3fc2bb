using System.Text.Json;
using Amicast.Requests;

namespace Amicast.Cli.Commands;

/// <summary>The request document that was named on the command line.</summary>
/// <param name="Text">The document.</param>
/// <param name="Run">The run's id, where the document names a usable one.</param>
internal sealed record RequestFile(string Text, string? Run)
{
    /// <summary>Reads the file; what keeps it from being JSON at all is a problem like any other.</summary>
    internal static (RequestFile? File, Problem? Problem) Read(FileInfo file)
    {
        try
        {
            var text = File.ReadAllText(file.FullName);
            using var document = JsonDocument.Parse(text, new JsonDocumentOptions { AllowDuplicateProperties = false });
            return RequestText.Check(document.RootElement) is { } unreadable ? (null, unreadable) : (new RequestFile(text, RunOf(document.RootElement)), null);
        }
        catch (InvalidOperationException)
        {
            return (null, RequestText.Unreadable);
        }
        catch (JsonException error)
        {
            return (null, new Problem("$", "InvalidJson", Reason(error), "correct the document; it is plain JSON, without comments or trailing commas"));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return (null, new Problem("REQUEST", "UnreadableFile", error.Message.TrimEnd('.'), "name a file that can be read"));
        }
    }

    // The parser's message ends with advice for programmers and the position once more.
    private static string Reason(JsonException error)
    {
        var reason = error.Message.Split(" Change the reader options", 2)[0].Split(" LineNumber:", 2)[0].Split(" encountered during", 2)[0].TrimEnd('.');
        return error.LineNumber is { } line ? $"line {line + 1}: {reason}" : reason;
    }

    private static string? RunOf(JsonElement document) =>
        document.ValueKind == JsonValueKind.Object && document.TryGetProperty("run", out var run) && run.ValueKind == JsonValueKind.String && RunId.IsValid(run.GetString()!)
            ? run.GetString()
            : null;
}
