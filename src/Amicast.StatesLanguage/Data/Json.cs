using System.Text;
using System.Text.Json;

namespace Amicast.StatesLanguage.Data;

/// <summary>One JSON value that never changes, so that states, events and executions share it without copying.</summary>
/// <remarks>
/// State data is cut up and put together at every transition and read as text only when someone looks at the history. So the parts are
/// shared, each knows the length of its text, and the text is made on demand.
/// </remarks>
internal abstract class Json
{
    /// <summary>The kind of value.</summary>
    public abstract JsonValueKind Kind { get; }

    /// <summary>Bytes of UTF-8 that the value's text takes; what the payload limit counts.</summary>
    public abstract long Length { get; }

    /// <summary>Appends the value's text, without white space.</summary>
    public abstract void AppendTo(StringBuilder text);

    /// <summary>Whether both are the same JSON value: numbers by value, objects without regard to order.</summary>
    public abstract bool Matches(Json other);

    /// <summary>The value's text.</summary>
    public string ToText()
    {
        var text = new StringBuilder((int)Math.Min(Length, 1 << 20));
        AppendTo(text);
        return text.ToString();
    }

    /// <inheritdoc/>
    public sealed override string ToString() => ToText();
}
