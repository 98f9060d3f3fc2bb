using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Amicast.StatesLanguage.Data;

/// <summary>A number, kept as it was written: <c>1.0</c> stays <c>1.0</c>.</summary>
internal sealed class JsonNumber(string text) : Json
{
    public JsonNumber(long value) : this(value.ToString(CultureInfo.InvariantCulture))
    {
    }

    public override JsonValueKind Kind => JsonValueKind.Number;

    public override long Length => text.Length;

    public double Value => double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);

    /// <summary>Whether the number was written as an integer that fits 64 bits.</summary>
    public bool IsInteger(out long value) => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value);

    public int Compare(JsonNumber other) =>
        IsInteger(out var mine) && other.IsInteger(out var theirs) ? mine.CompareTo(theirs) : Value.CompareTo(other.Value);

    public override void AppendTo(StringBuilder to) => to.Append(text);

    public override bool Matches(Json other) => other is JsonNumber number && Compare(number) == 0;
}
