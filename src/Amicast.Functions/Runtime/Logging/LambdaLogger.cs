using Amazon.Lambda.Core;

namespace Amicast.Functions.Runtime.Logging;

/// <summary>The log of one invocation, or, without a request id, of what happens around invocations.</summary>
internal sealed class LambdaLogger(LogOutput output, string? requestId = null, string? traceId = null) : ILambdaLogger
{
    public void Log(string message) => Write(LogLevel.Information, null, message, []);

    public void LogLine(string message) => Log(message);

    public void Log(string level, string message, params object[] args) => Write(LogLevels.Read(level), null, message, args);

    public void Log(string level, Exception exception, string message, params object[] args) =>
        Write(LogLevels.Read(level), exception, message, args);

    private void Write(LogLevel level, Exception? exception, string message, object[] args)
    {
        if (output.Takes(level))
        {
            var (text, fields) = LogTemplate.Fill(message, args);
            output.Write(new LogRecord(output.Now, level, requestId, traceId, text, fields, exception));
        }
    }
}
