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
            var (document, problem) = RequestDocument.Parse(text);
            return document is { } read ? (new RequestFile(text, RequestDocument.RunOf(read)), null) : (null, problem);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return (null, new Problem("REQUEST", "UnreadableFile", error.Message.TrimEnd('.'), "name a file that can be read"));
        }
    }
}
