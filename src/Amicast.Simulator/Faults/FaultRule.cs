namespace Amicast.Simulator.Faults;

/// <summary>When one kind of trouble strikes.</summary>
/// <param name="Kind">The kind.</param>
public sealed record FaultRule(FaultKind Kind)
{
    /// <summary>The operation that it strikes; <c>*</c> and <c>?</c> are wildcards. Default: every one.</summary>
    public string Operation { get; init; } = "*";

    /// <summary>The Region in which it strikes; <c>*</c> and <c>?</c> are wildcards. Default: every one.</summary>
    public string Region { get; init; } = "*";

    /// <summary>How likely a call is struck, 0 to 1. Default: 1.</summary>
    public double Probability { get; init; } = 1;

    /// <summary>How often it strikes at most. Default: no limit.</summary>
    public int Count { get; init; } = int.MaxValue;

    /// <summary>From when it strikes, after the world's start. Default: at once.</summary>
    public TimeSpan From { get; init; } = TimeSpan.Zero;

    /// <summary>Until when it strikes, after the world's start. Default: for ever.</summary>
    public TimeSpan Until { get; init; } = TimeSpan.MaxValue;

    /// <summary>For <see cref="FaultKind.Late"/>: how long after the call its effect happens. Default: 90 seconds.</summary>
    public TimeSpan Delay { get; init; } = TimeSpan.FromSeconds(90);

    /// <summary>For <see cref="FaultKind.InstanceFails"/>: <see langword="true"/>, the status checks end impaired; else the instance is terminated.</summary>
    public bool Impaired { get; init; }
}
