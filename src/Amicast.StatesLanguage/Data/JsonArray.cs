using System.Text;
using System.Text.Json;

namespace Amicast.StatesLanguage.Data;

/// <summary>An array. The list given to it is its own from then on.</summary>
internal sealed class JsonArray(Json[] items) : Json
{
    private long _length;

    public static JsonArray Empty { get; } = new([]);

    public IReadOnlyList<Json> Items => items;

    public int Count => items.Length;

    public override JsonValueKind Kind => JsonValueKind.Array;

    public override long Length => _length == 0 ? _length = Measure() : _length;

    public Json this[int index] => items[index];

    /// <summary>This array with another item at <paramref name="index"/>.</summary>
    public JsonArray With(int index, Json item)
    {
        var changed = (Json[])items.Clone();
        changed[index] = item;
        return new JsonArray(changed);
    }

    public override void AppendTo(StringBuilder text)
    {
        text.Append('[');
        for (var i = 0; i < items.Length; i++)
        {
            if (i > 0)
            {
                text.Append(',');
            }

            items[i].AppendTo(text);
        }

        text.Append(']');
    }

    public override bool Matches(Json other)
    {
        if (other is not JsonArray array || array.Count != items.Length)
        {
            return false;
        }

        for (var i = 0; i < items.Length; i++)
        {
            if (!items[i].Matches(array[i]))
            {
                return false;
            }
        }

        return true;
    }

    private long Measure()
    {
        var length = 2L + Math.Max(0, items.Length - 1);
        foreach (var item in items)
        {
            length += item.Length;
        }

        return length;
    }
}
