namespace Amicast.Simulator.Faults;

/// <summary>When one kind of trouble strikes, and how.</summary>
/// <param name="Kind">The kind.</param>
public sealed record FaultRule(FaultKind Kind)
{
    /// <summary>The operation that it strikes; for an event, the operation that caused it. <c>*</c> and <c>?</c> are wildcards. Default: every one.</summary>
    public string Operation { get; init; } = "*";

    /// <summary>The Region in which it strikes; <c>*</c> and <c>?</c> are wildcards. Default: every one.</summary>
    public string Region { get; init; } = "*";

    /// <summary>How likely a call is struck, 0 to 1. Default: 1.</summary>
    public double Probability { get; init; } = 1;

    /// <summary>How often it strikes at most. Default: no limit.</summary>
    public int Count { get; init; } = int.MaxValue;

    /// <summary>From when it strikes, after the world's start; with <see cref="Every"/>, after the start of each period. Default: at once.</summary>
    public TimeSpan From { get; init; } = TimeSpan.Zero;

    /// <summary>Until when it strikes, after the world's start; with <see cref="Every"/>, after the start of each period. Default: for ever.</summary>
    public TimeSpan Until { get; init; } = TimeSpan.MaxValue;

    /// <summary>The length of a period, at each of which the window comes again. Default: none, there is one window.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not above zero.</exception>
    public TimeSpan? Every
    {
        get;
        init => field = value is null || value > TimeSpan.Zero ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "A period is above zero.");
    }

    /// <summary>
    /// For <see cref="FaultKind.Late"/>: how long after the call its effect happens, default 90 seconds. For <see cref="FaultKind.Stalls"/>: how long
    /// progress stands still, default 15 minutes. For <see cref="FaultKind.EventLate"/>: how late the event is, default 1 minute.
    /// </summary>
    public TimeSpan Delay { get; init; } = Kind switch
    {
        FaultKind.Stalls => TimeSpan.FromMinutes(15),
        FaultKind.EventLate => TimeSpan.FromMinutes(1),
        _ => TimeSpan.FromSeconds(90),
    };

    /// <summary>For <see cref="FaultKind.InstanceFails"/>: <see langword="true"/>, the status checks end impaired; else the instance is terminated.</summary>
    public bool Impaired { get; init; }

    /// <summary>For <see cref="FaultKind.NoCapacity"/>: how many instances a launch, or one pool of a fleet, still gets. Default: 0.</summary>
    public int Room { get; init; }

    /// <summary>For <see cref="FaultKind.Error"/>: the error's code, one of those that docs/ec2-simulator.md lists.</summary>
    /// <exception cref="ArgumentException">There is no such code.</exception>
    public string Code
    {
        get;
        init => field = PassingErrors.Codes.Contains(value) ? value : throw new ArgumentException($"'{value}' is not a code of a passing error.", nameof(value));
    } = PassingErrors.Standard;

    /// <summary>For <see cref="FaultKind.Slow"/>: how many times as long the work takes. Default: 10.</summary>
    public double Factor { get; init; } = 10;

    /// <summary>For <see cref="FaultKind.Jumps"/>: what progress shows before it leaps, 0 to 90; 0 is no progress at all. Default: 0.</summary>
    public int Percent { get; init; }

    /// <summary>For <see cref="FaultKind.NotFoundAfterCreation"/>: how long after its creation a resource is found by its id. Default: 1 to 60 seconds, drawn.</summary>
    public TimeSpan? IdDelay { get; init; }

    /// <summary>For <see cref="FaultKind.NotFoundAfterCreation"/>: how long until it is found by name, listed, and met by filters. Default: 1 to 60 seconds, drawn.</summary>
    public TimeSpan? ListDelay { get; init; }

    /// <summary>For <see cref="FaultKind.NotFoundAfterCreation"/>: how long until it shows its tags. Default: 1 to 60 seconds, drawn.</summary>
    public TimeSpan? TagDelay { get; init; }

    /// <summary>For the faults of events: the detail-type that they strike; <c>*</c> and <c>?</c> are wildcards. Default: every one.</summary>
    public string DetailType { get; init; } = "*";

    /// <summary>Whether its window is open at this time after the world's start.</summary>
    internal bool IsOpenAt(TimeSpan elapsed)
    {
        var inPeriod = Every is { } every ? TimeSpan.FromTicks(elapsed.Ticks % every.Ticks) : elapsed;
        return inPeriod >= From && inPeriod < Until;
    }
}
