using Amicast.StatesLanguage.Data.Paths;

namespace Amicast.StatesLanguage.Definition;

/// <summary>When and how often to try again; seconds.</summary>
internal sealed record Retrier(ErrorNameSet ErrorEquals)
{
    public long IntervalSeconds { get; init; } = 1;

    public long MaxAttempts { get; init; } = 3;

    public double BackoffRate { get; init; } = 2.0;

    public long? MaxDelaySeconds { get; init; }

    /// <summary>Whether the delay is drawn from 0 up to what it would be (JitterStrategy FULL).</summary>
    public bool FullJitter { get; init; }
}

/// <summary>Where to go on after an error; Next is missing only while the definition is read.</summary>
internal sealed record Catcher(ErrorNameSet ErrorEquals, ReferencePath? ResultPath, string? Next);
