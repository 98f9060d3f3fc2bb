using System.Text;

namespace Amicast.VirtualTime;

/// <summary>Seeded chance: the same seed gives the same numbers, on every machine and every version of .NET.</summary>
/// <remarks>SplitMix64 (Steele, Lea and Flood, 2014). For simulation and jitter; never for secrets.</remarks>
public sealed class Chance : Random
{
    private const string HexDigits = "0123456789abcdef";
    private readonly ulong _seed;
    private ulong _state;

    /// <summary>Chance from <paramref name="seed"/>.</summary>
    public Chance(long seed) : base(0) => _state = _seed = unchecked((ulong)seed);

    /// <summary>An own, independent sequence for <paramref name="name"/>: what others draw does not change what it draws.</summary>
    public Chance Fork(string name)
    {
        // FNV-1a: string.GetHashCode differs from process to process.
        var hash = 14695981039346656037UL;
        foreach (var octet in Encoding.UTF8.GetBytes(name))
        {
            hash = unchecked((hash ^ octet) * 1099511628211UL);
        }

        return new Chance(unchecked((long)(Mix(_seed) ^ hash)));
    }

    /// <summary>Whether something of this <paramref name="probability"/> (0 to 1) happens this time.</summary>
    public bool Strikes(double probability) => probability > 0 && NextDouble() < probability;

    /// <summary>A duration from <paramref name="least"/> up to <paramref name="most"/>, each as likely.</summary>
    public TimeSpan Between(TimeSpan least, TimeSpan most) => least + (most - least) * NextDouble();

    /// <summary><paramref name="length"/> hexadecimal digits, as AWS's ids have them.</summary>
    public string NextHex(int length) => string.Create(length, this, static (digits, chance) =>
    {
        for (var i = 0; i < digits.Length; i++)
        {
            digits[i] = HexDigits[chance.Next(16)];
        }
    });

    /// <inheritdoc/>
    public override double NextDouble() => (NextBits() >> 11) * (1.0 / (1UL << 53));

    /// <inheritdoc/>
    public override int Next() => Next(int.MaxValue);

    /// <inheritdoc/>
    public override int Next(int maxValue) => Next(0, maxValue);

    /// <inheritdoc/>
    public override int Next(int minValue, int maxValue) => (int)NextInt64(minValue, maxValue);

    /// <inheritdoc/>
    public override long NextInt64() => NextInt64(long.MaxValue);

    /// <inheritdoc/>
    public override long NextInt64(long maxValue) => NextInt64(0, maxValue);

    /// <inheritdoc/>
    public override long NextInt64(long minValue, long maxValue)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(minValue, maxValue);
        return minValue == maxValue ? minValue : minValue + (long)(NextDouble() * (maxValue - minValue));
    }

    /// <inheritdoc/>
    public override float NextSingle() => (NextBits() >> 40) * (1.0f / (1U << 24));

    /// <inheritdoc/>
    public override void NextBytes(byte[] buffer) => NextBytes(buffer.AsSpan());

    /// <inheritdoc/>
    public override void NextBytes(Span<byte> buffer)
    {
        foreach (ref var octet in buffer)
        {
            octet = (byte)NextBits();
        }
    }

    /// <inheritdoc/>
    protected override double Sample() => NextDouble();

    private static ulong Mix(ulong value)
    {
        unchecked
        {
            value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9UL;
            value = (value ^ (value >> 27)) * 0x94D049BB133111EBUL;
            return value ^ (value >> 31);
        }
    }

    private ulong NextBits() => Mix(unchecked(_state += 0x9E3779B97F4A7C15UL));
}
