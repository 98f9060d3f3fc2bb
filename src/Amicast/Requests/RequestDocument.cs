using System.Text;
using System.Text.Json;
using Amicast.Plans;

namespace Amicast.Requests;

/// <summary>A request as it is written, before any account is looked at.</summary>
public static class RequestDocument
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    /// <summary>Reads a document; what keeps it from being JSON at all, or from being told apart (a property that stands twice), is a problem like any other.</summary>
    /// <param name="utf8">The document.</param>
    public static (JsonElement? Document, Problem? Problem) Parse(ReadOnlySpan<byte> utf8)
    {
        try
        {
            return Parse(Utf8.GetString(utf8));
        }
        catch (DecoderFallbackException)
        {
            return (null, new Problem("$", "InvalidJson", "the text is not UTF-8", "write the document in UTF-8"));
        }
    }

    /// <summary>Reads a document, as <see cref="Parse(ReadOnlySpan{byte})"/> does.</summary>
    /// <param name="text">The document.</param>
    public static (JsonElement? Document, Problem? Problem) Parse(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text, Strict);
            return RequestText.Check(document.RootElement) is { } unreadable ? (null, unreadable) : (document.RootElement.Clone(), null);
        }
        catch (InvalidOperationException)
        {
            return (null, RequestText.Unreadable);
        }
        catch (JsonException error)
        {
            return (null, new Problem("$", "InvalidJson", Reason(error), "correct the document; it is plain JSON, without comments or trailing commas"));
        }
    }

    /// <summary>Everything that is wrong with a document by itself, in its order: what the state <c>Plan</c> would say before it looks at the account.</summary>
    /// <param name="document">The document.</param>
    public static IReadOnlyList<Problem> Check(JsonElement document) =>
        new DocumentOrder(document).Sort([RequestReader.Read(document).Problems], problem => problem.Path, problem => $"{problem}");

    /// <summary>The run that a document names; <see langword="null"/> where it names none that is usable.</summary>
    /// <param name="document">The document.</param>
    public static string? RunOf(JsonElement document) =>
        document.ValueKind == JsonValueKind.Object && document.TryGetProperty("run", out var run) && run.ValueKind == JsonValueKind.String && RunId.IsValid(run.GetString()!)
            ? run.GetString()
            : null;

    // The parser's message ends with advice for programmers and the position once more.
    private static string Reason(JsonException error)
    {
        var reason = error.Message.Split(" Change the reader options", 2)[0].Split(" LineNumber:", 2)[0].Split(" encountered during", 2)[0].TrimEnd('.');
        return error.LineNumber is { } line ? $"line {line + 1}: {reason}" : reason;
    }
}
