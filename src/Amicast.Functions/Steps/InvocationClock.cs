using System.Globalization;
using Amazon.Lambda.Core;

namespace Amicast.Functions.Steps;

/// <summary>The clock of steps: the machine's, moved to what the caller of the invocation says the time is.</summary>
/// <remarks>
/// On AWS nobody says so, and EC2's clock is the machine's. <c>amicast serve --native</c> does, by <see cref="Now"/> in the client context: its account has a
/// clock of its own, and steps compare what EC2 shows with the time. Whoever may invoke a step may also hand it any plan, so this opens nothing.
/// With parallel invocations the time is that of the latest.
/// </remarks>
/// <param name="machine">The machine's clock.</param>
public sealed class InvocationClock(TimeProvider machine) : TimeProvider
{
    /// <summary>The custom value of the client context: a moment, such as <c>2026-11-22T02:00:00Z</c>.</summary>
    public const string Now = "amicast:now";

    private TimeSpan _ahead;

    /// <inheritdoc/>
    public override long TimestampFrequency => machine.TimestampFrequency;

    /// <inheritdoc/>
    public override TimeZoneInfo LocalTimeZone => machine.LocalTimeZone;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => machine.GetUtcNow() + _ahead;

    /// <inheritdoc/>
    public override long GetTimestamp() => machine.GetTimestamp();

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => machine.CreateTimer(callback, state, dueTime, period);

    /// <summary>An invocation begins.</summary>
    internal void Begin(ILambdaContext context) => _ahead =
        context.ClientContext?.Custom.TryGetValue(Now, out var text) == true
        && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)
            ? moment - machine.GetUtcNow()
            : TimeSpan.Zero;
}
