namespace Amicast.Simulator.Ec2.Resources;

/// <summary>A value that changes at moments known beforehand: what it is, is computed from the clock, without a timer.</summary>
internal sealed class Timeline<T>(DateTimeOffset start, T first)
{
    private readonly List<(DateTimeOffset From, T Value)> _turns = [(start, first)];

    internal T At(DateTimeOffset now)
    {
        var turn = _turns.FindLastIndex(turn => turn.From <= now);
        return _turns[Math.Max(turn, 0)].Value;
    }

    /// <summary>What it comes to in the end, and since or from when.</summary>
    internal (DateTimeOffset From, T Value) Last => _turns[^1];

    /// <summary>What is still to come.</summary>
    internal IEnumerable<(DateTimeOffset From, T Value)> After(DateTimeOffset now) => _turns.Where(turn => turn.From > now);

    /// <summary>What it changes to at <paramref name="moment"/> and later, as far as is known.</summary>
    internal IReadOnlyList<(DateTimeOffset From, T Value)> TurnsFrom(DateTimeOffset moment) => _turns.FindAll(turn => turn.From >= moment);

    /// <summary>From <paramref name="moment"/> on it is <paramref name="value"/>; what was to come after that moment will not.</summary>
    internal Timeline<T> Then(DateTimeOffset moment, T value)
    {
        _turns.RemoveAll(turn => turn.From >= moment);
        _turns.Add((moment, value));
        return this;
    }
}
