using System.Text;
using System.Text.Json;

namespace Amicast.StatesLanguage.Data;

/// <summary>A string.</summary>
internal sealed class JsonString(string value) : Json
{
    private long _length;

    public string Value => value;

    public override JsonValueKind Kind => JsonValueKind.String;

    public override long Length => _length == 0 ? _length = JsonText.LengthOf(value) : _length;

    public override void AppendTo(StringBuilder text) => JsonText.AppendTo(text, value);

    public override bool Matches(Json other) => other is JsonString text && text.Value == value;
}
