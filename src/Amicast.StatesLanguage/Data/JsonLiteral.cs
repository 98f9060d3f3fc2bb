using System.Text;
using System.Text.Json;

namespace Amicast.StatesLanguage.Data;

/// <summary><c>true</c>, <c>false</c> or <c>null</c>.</summary>
internal sealed class JsonLiteral : Json
{
    private readonly string _text;

    private JsonLiteral(JsonValueKind kind, string text) => (Kind, _text) = (kind, text);

    public static JsonLiteral True { get; } = new(JsonValueKind.True, "true");

    public static JsonLiteral False { get; } = new(JsonValueKind.False, "false");

    public static JsonLiteral Null { get; } = new(JsonValueKind.Null, "null");

    public override JsonValueKind Kind { get; }

    public override long Length => _text.Length;

    public static JsonLiteral Of(bool value) => value ? True : False;

    public override void AppendTo(StringBuilder text) => text.Append(_text);

    public override bool Matches(Json other) => other.Kind == Kind;
}
