using Amazon.Lambda.Core;

namespace Amicast.Functions.Runtime.Logging;

/// <summary>One line of the log before it is written.</summary>
/// <param name="Timestamp">When.</param>
/// <param name="Level">How much it matters.</param>
/// <param name="RequestId">The invocation's request id; absent outside invocations.</param>
/// <param name="TraceId">The invocation's X-Ray trace; absent where tracing is off.</param>
/// <param name="Message">The text, its arguments filled in.</param>
/// <param name="Fields">The message's named arguments, in its order.</param>
/// <param name="Exception">What went wrong, if anything.</param>
internal sealed record LogRecord(
    DateTimeOffset Timestamp,
    LogLevel Level,
    string? RequestId,
    string? TraceId,
    string Message,
    IReadOnlyList<KeyValuePair<string, object?>> Fields,
    Exception? Exception);
