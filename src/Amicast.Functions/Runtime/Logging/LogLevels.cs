using Amazon.Lambda.Core;

namespace Amicast.Functions.Runtime.Logging;

/// <summary>The names that Lambda has for levels (<c>AWS_LAMBDA_LOG_LEVEL</c>, and <c>level</c> in a JSON line): by them it filters what a function writes.</summary>
internal static class LogLevels
{
    /// <summary>The level of Lambda's name or .NET's; <see cref="LogLevel.Information"/> for anything else, as Lambda takes it.</summary>
    internal static LogLevel Read(string? name) => name?.ToUpperInvariant() switch
    {
        "TRACE" => LogLevel.Trace,
        "DEBUG" => LogLevel.Debug,
        "WARN" or "WARNING" => LogLevel.Warning,
        "ERROR" => LogLevel.Error,
        "FATAL" or "CRITICAL" => LogLevel.Critical,
        _ => LogLevel.Information,
    };

    internal static string NameOf(LogLevel level) => level switch
    {
        LogLevel.Trace => "TRACE",
        LogLevel.Debug => "DEBUG",
        LogLevel.Warning => "WARN",
        LogLevel.Error => "ERROR",
        LogLevel.Critical => "FATAL",
        _ => "INFO",
    };
}
