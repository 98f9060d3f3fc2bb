using Amicast.VirtualTime;

namespace Amicast.StatesLanguage.Data.Intrinsics;

/// <summary>The functions that make numbers and ids; chance is the execution's, so that the same seed makes the same ones.</summary>
internal static class NumberFunctions
{
    public static Json Add(IntrinsicValues values)
    {
        var sum = (Int128)values.Integer(0) + values.Integer(1);
        return sum >= long.MinValue && sum <= long.MaxValue ? new JsonNumber((long)sum) : throw new IntrinsicException("The sum is out of range.");
    }

    /// <summary><c>States.MathRandom(1, 999, seed)</c>: the start belongs to it, the end does not; the same seed gives the same number.</summary>
    public static Json Random(IntrinsicValues values)
    {
        var (start, end) = (values.Integer(0), values.Integer(1));
        var chance = values.Count > 2 ? new Chance(values.Integer(2)) : values.Chance;
        return start < end ? new JsonNumber(chance.NextInt64(start, end)) : throw new IntrinsicException("The start must be below the end.");
    }

    public static Json Uuid(IntrinsicValues values) => new JsonString(NewUuid(values.Chance));

    /// <summary>A version 4 UUID.</summary>
    public static string NewUuid(Chance chance)
    {
        var variant = "89ab"[chance.Next(4)];
        return $"{chance.NextHex(8)}-{chance.NextHex(4)}-4{chance.NextHex(3)}-{variant}{chance.NextHex(3)}-{chance.NextHex(12)}";
    }
}
