using System.Globalization;
using System.Text;

namespace Amicast.StatesLanguage.Data;

/// <summary>How a string stands in JSON text: only what must be escaped is, as in the texts that Step Functions returns.</summary>
internal static class JsonText
{
    public static void AppendTo(StringBuilder text, string value)
    {
        text.Append('"');
        var start = 0;
        for (var i = 0; i < value.Length; i++)
        {
            if (EscapedLength(value[i]) > 1)
            {
                text.Append(value, start, i - start);
                AppendEscaped(text, value[i]);
                start = i + 1;
            }
        }

        text.Append(value, start, value.Length - start).Append('"');
    }

    public static long LengthOf(string value)
    {
        var length = Encoding.UTF8.GetByteCount(value) + 2L;
        foreach (var character in value)
        {
            length += EscapedLength(character) - 1;
        }

        return length;
    }

    private static int EscapedLength(char character) => character switch
    {
        '"' or '\\' or '\b' or '\t' or '\n' or '\f' or '\r' => 2,
        < ' ' => 6,
        _ => 1,
    };

    private static void AppendEscaped(StringBuilder text, char character) => _ = character switch
    {
        '"' => text.Append("\\\""),
        '\\' => text.Append("\\\\"),
        '\b' => text.Append("\\b"),
        '\t' => text.Append("\\t"),
        '\n' => text.Append("\\n"),
        '\f' => text.Append("\\f"),
        '\r' => text.Append("\\r"),
        _ => text.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:X4}"),
    };
}
