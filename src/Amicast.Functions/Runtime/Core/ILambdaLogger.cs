namespace Amazon.Lambda.Core;

/// <summary>An invocation's log. A name in braces in a message takes the argument of its place, and in JSON logs is a member of its own.</summary>
public interface ILambdaLogger
{
    /// <summary>Logs a message at <see cref="LogLevel.Information"/>.</summary>
    void Log(string message);

    /// <summary>Logs a message at <see cref="LogLevel.Information"/>.</summary>
    void LogLine(string message);

    /// <summary>Logs a message at a level, by the level's name.</summary>
    void Log(string level, string message, params object[] args);

    /// <summary>Logs a message and an exception at a level, by the level's name.</summary>
    void Log(string level, Exception exception, string message, params object[] args);

    /// <summary>Logs a message at a level.</summary>
    void Log(LogLevel level, string message, params object[] args) => Log(level.ToString(), message, args);

    /// <summary>Logs a message and an exception at a level.</summary>
    void Log(LogLevel level, Exception exception, string message, params object[] args) => Log(level.ToString(), exception, message, args);

    /// <summary>Logs at <see cref="LogLevel.Trace"/>.</summary>
    void LogTrace(string message, params object[] args) => Log(LogLevel.Trace, message, args);

    /// <summary>Logs at <see cref="LogLevel.Debug"/>.</summary>
    void LogDebug(string message, params object[] args) => Log(LogLevel.Debug, message, args);

    /// <summary>Logs at <see cref="LogLevel.Information"/>.</summary>
    void LogInformation(string message, params object[] args) => Log(LogLevel.Information, message, args);

    /// <summary>Logs at <see cref="LogLevel.Warning"/>.</summary>
    void LogWarning(string message, params object[] args) => Log(LogLevel.Warning, message, args);

    /// <summary>Logs a message and an exception at <see cref="LogLevel.Warning"/>.</summary>
    void LogWarning(Exception exception, string message, params object[] args) => Log(LogLevel.Warning, exception, message, args);

    /// <summary>Logs at <see cref="LogLevel.Error"/>.</summary>
    void LogError(string message, params object[] args) => Log(LogLevel.Error, message, args);

    /// <summary>Logs a message and an exception at <see cref="LogLevel.Error"/>.</summary>
    void LogError(Exception exception, string message, params object[] args) => Log(LogLevel.Error, exception, message, args);

    /// <summary>Logs at <see cref="LogLevel.Critical"/>.</summary>
    void LogCritical(string message, params object[] args) => Log(LogLevel.Critical, message, args);

    /// <summary>Logs a message and an exception at <see cref="LogLevel.Critical"/>.</summary>
    void LogCritical(Exception exception, string message, params object[] args) => Log(LogLevel.Critical, exception, message, args);
}
