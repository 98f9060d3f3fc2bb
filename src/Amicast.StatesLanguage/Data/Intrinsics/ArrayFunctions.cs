namespace Amicast.StatesLanguage.Data.Intrinsics;

/// <summary>The functions that work on arrays.</summary>
internal static class ArrayFunctions
{
    private const int LongestRange = 1000;

    public static Json Of(IntrinsicValues values) => new JsonArray([.. values.All]);

    public static Json Contains(IntrinsicValues values) => JsonLiteral.Of(values.Array(0).Items.Any(item => item.Matches(values[1])));

    public static Json Length(IntrinsicValues values) => new JsonNumber(values.Array(0).Count);

    public static Json GetItem(IntrinsicValues values)
    {
        var (array, index) = (values.Array(0), values.Integer(1));
        return index >= 0 && index < array.Count
            ? array[(int)index]
            : throw new IntrinsicException($"The index {index} is not within an array of {array.Count}.");
    }

    public static Json Partition(IntrinsicValues values)
    {
        var (array, size) = (values.Array(0), values.Integer(1));
        return size > 0
            ? new JsonArray([.. array.Items.Chunk((int)Math.Min(size, int.MaxValue)).Select(chunk => new JsonArray(chunk))])
            : throw new IntrinsicException("The chunk size must be above zero.");
    }

    /// <summary><c>States.ArrayRange(1, 9, 2)</c>: both ends belong to it; at most 1,000 numbers.</summary>
    public static Json Range(IntrinsicValues values)
    {
        var (first, last, step) = (values.Integer(0), values.Integer(1), values.Integer(2));
        if (step == 0)
        {
            throw new IntrinsicException("The step must not be zero.");
        }

        var numbers = new List<Json>();
        for (Int128 number = first; step > 0 ? number <= last : number >= last; number += step)
        {
            if (numbers.Count == LongestRange)
            {
                throw new IntrinsicException($"A range is of at most {LongestRange} numbers.");
            }

            numbers.Add(new JsonNumber((long)number));
        }

        return new JsonArray([.. numbers]);
    }

    public static Json Unique(IntrinsicValues values)
    {
        var distinct = new List<Json>();
        foreach (var item in values.Array(0).Items)
        {
            if (!distinct.Exists(item.Matches))
            {
                distinct.Add(item);
            }
        }

        return new JsonArray([.. distinct]);
    }
}
