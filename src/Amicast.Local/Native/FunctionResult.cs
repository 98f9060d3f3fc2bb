using System.Globalization;
using System.Text.Json;
using Amicast.Local.Invoke;

namespace Amicast.Local.Native;

/// <summary>What became of an invocation: an answer, or an error under its name with its document.</summary>
/// <remarks>
/// <code>
/// the process posts a response       its document
/// a response of more than 6 MiB      Function.ResponseSizeTooLarge
/// the process posts an error         the document's errorType
/// it reports that it cannot start    the document's errorType, for the invocation that it was started for
/// it ends without an answer          Runtime.ExitError
/// it cannot be run                   Runtime.InvalidEntrypoint
/// its time is over                   Sandbox.Timedout
/// </code>
/// Source: what Lambda answers to Invoke; "Troubleshoot invocation issues in Lambda", AWS Lambda developer guide.
/// </remarks>
/// <param name="Payload">The answer; null for an error.</param>
/// <param name="Error">The error's name; null for an answer.</param>
/// <param name="Cause">The error's document.</param>
internal sealed record FunctionResult(string? Payload, string? Error = null, string? Cause = null)
{
    /// <summary>The most that Lambda takes of a response, in bytes.</summary>
    internal const int LargestResponse = 6_291_556;

    internal static FunctionResult Failed(string document) => new(null, ErrorDocument.TypeOf(document) ?? "Runtime.Unknown", document);

    internal static FunctionResult TooLarge() =>
        Named("Function.ResponseSizeTooLarge", $"Response payload size exceeded maximum allowed payload size ({LargestResponse} bytes).");

    internal static FunctionResult Exited(string requestId, int exitCode) =>
        Named("Runtime.ExitError", $"RequestId: {requestId} Error: Runtime exited {(exitCode == 0 ? "without providing a reason" : $"with error: exit status {exitCode}")}");

    internal static FunctionResult NotRunnable(string requestId, string reason) =>
        Named("Runtime.InvalidEntrypoint", $"RequestId: {requestId} Error: {reason}");

    internal static FunctionResult TimedOut(string requestId, TimeSpan time) =>
        Named("Sandbox.Timedout", string.Create(CultureInfo.InvariantCulture, $"RequestId: {requestId} Error: Task timed out after {time.TotalSeconds:F2} seconds"));

    private static FunctionResult Named(string error, string message) =>
        new(null, error, JsonSerializer.Serialize(new FunctionError(error, message), InvokeJson.Default.FunctionError));
}
