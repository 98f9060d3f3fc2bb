namespace Amazon.Lambda.Core;

/// <summary>How much a log line matters.</summary>
public enum LogLevel
{
    /// <summary>Every detail.</summary>
    Trace = 0,

    /// <summary>What helps to find a fault.</summary>
    Debug = 1,

    /// <summary>What happens in the normal course.</summary>
    Information = 2,

    /// <summary>What went wrong and is dealt with.</summary>
    Warning = 3,

    /// <summary>What went wrong.</summary>
    Error = 4,

    /// <summary>What ends the process.</summary>
    Critical = 5,
}
