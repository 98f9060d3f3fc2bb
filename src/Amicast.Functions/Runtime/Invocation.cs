using System.Globalization;
using System.Net.Http.Headers;

namespace Amicast.Functions.Runtime;

/// <summary>One piece of work, as the Runtime API hands it out.</summary>
/// <param name="RequestId">Lambda's id of it; the answer goes back under it.</param>
/// <param name="Deadline">When Lambda ends it.</param>
/// <param name="InvokedFunctionArn">The ARN that was called.</param>
/// <param name="TraceId">The X-Ray trace header; absent where tracing is off.</param>
/// <param name="ClientContext">What the caller said beside the payload, as it came; absent where nothing was.</param>
/// <param name="Payload">What the caller sent.</param>
internal sealed record Invocation(string RequestId, DateTimeOffset Deadline, string InvokedFunctionArn, string? TraceId, string? ClientContext, Stream Payload)
{
    internal static Invocation Read(HttpResponseHeaders headers, Stream payload) => new(
        Header(headers, "Lambda-Runtime-Aws-Request-Id") ?? throw new RuntimeApiException("The Runtime API handed out an invocation without a request id."),
        DeadlineOf(Header(headers, "Lambda-Runtime-Deadline-Ms")),
        Header(headers, "Lambda-Runtime-Invoked-Function-Arn") ?? "",
        Header(headers, "Lambda-Runtime-Trace-Id"),
        Header(headers, "Lambda-Runtime-Client-Context"),
        payload);

    private static string? Header(HttpResponseHeaders headers, string name) =>
        headers.TryGetValues(name, out var values) ? values.FirstOrDefault() : null;

    private static DateTimeOffset DeadlineOf(string? milliseconds) =>
        long.TryParse(milliseconds, NumberStyles.None, CultureInfo.InvariantCulture, out var epoch)
            ? DateTimeOffset.FromUnixTimeMilliseconds(epoch)
            : DateTimeOffset.MaxValue;
}
