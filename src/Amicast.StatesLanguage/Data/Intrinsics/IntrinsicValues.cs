using Amicast.VirtualTime;

namespace Amicast.StatesLanguage.Data.Intrinsics;

/// <summary>The values a function is called with, and checks of their types.</summary>
internal sealed record IntrinsicValues(IReadOnlyList<Json> All, Chance Chance)
{
    public int Count => All.Count;

    public Json this[int index] => All[index];

    public string String(int index) => All[index] is JsonString text ? text.Value : throw Wrong(index, "a string");

    public JsonArray Array(int index) => All[index] as JsonArray ?? throw Wrong(index, "an array");

    public JsonObject Object(int index) => All[index] as JsonObject ?? throw Wrong(index, "an object");

    /// <summary>An integer; what is written with a fraction is rounded, as AWS does.</summary>
    public long Integer(int index)
    {
        if (All[index] is not JsonNumber number)
        {
            throw Wrong(index, "a number");
        }

        if (number.IsInteger(out var integer))
        {
            return integer;
        }

        var rounded = Math.Round(number.Value, MidpointRounding.AwayFromZero);
        return Math.Abs(rounded) < long.MaxValue ? (long)rounded : throw Wrong(index, "a number of 64 bits");
    }

    private static IntrinsicException Wrong(int index, string what) => new($"Argument {index + 1} must be {what}.");
}
