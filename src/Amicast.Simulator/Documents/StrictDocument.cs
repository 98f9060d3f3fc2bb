using System.Text.Json;

namespace Amicast.Simulator.Documents;

/// <summary>Reads a JSON document strictly and reports everything that is wrong in it at once.</summary>
internal static class StrictDocument
{
    internal static readonly JsonDocumentOptions Options = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <summary>Reads <paramref name="json"/> with <paramref name="read"/>.</summary>
    /// <param name="name">What the document is called in messages.</param>
    /// <param name="ignoresUnknown">Whether properties that nobody asks for are no problem.</param>
    /// <exception cref="InvalidDocumentException">Something is wrong in it.</exception>
    internal static T Read<T>(string name, string json, Func<DocumentObject, T> read, bool ignoresUnknown = false)
    {
        var problems = new DocumentProblems(ignoresUnknown);
        var result = ReadInto(problems, json, read);
        return problems.All.Count == 0 ? result! : throw new InvalidDocumentException(name, problems.All);
    }

    private static T? ReadInto<T>(DocumentProblems problems, string json, Func<DocumentObject, T> read)
    {
        try
        {
            using var document = JsonDocument.Parse(json, Options);
            if (document.RootElement.ValueKind == JsonValueKind.Object)
            {
                return new DocumentObject(document.RootElement, "$", problems).ReadBy(read);
            }

            problems.Add(new("$", "WrongType", "The document is not a JSON object.", "Begin it with '{'."));
        }
        catch (JsonException e)
        {
            problems.Add(new("$", "InvalidJson", $"Line {e.LineNumber + 1}, byte {e.BytePositionInLine}: not JSON.", "Correct the syntax there."));
        }

        return default;
    }
}
