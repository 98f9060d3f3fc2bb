using System.Text;

namespace Amicast.StatesLanguage.Data.Intrinsics;

/// <summary>The functions that work on strings.</summary>
internal static class TextFunctions
{
    /// <summary><c>States.Format('Hello, {}', $.name)</c>.</summary>
    public static Json Format(IntrinsicValues values)
    {
        var template = values.String(0);
        var text = new StringBuilder();
        var next = 1;
        for (var i = 0; i < template.Length; i++)
        {
            if (template[i] == '\\' && i + 1 < template.Length)
            {
                text.Append(template[++i]);
            }
            else if (template[i] == '{' && i + 1 < template.Length && template[i + 1] == '}')
            {
                AppendValue(text, next < values.Count ? values[next++] : throw Unequal());
                i++;
            }
            else
            {
                text.Append(template[i]);
            }
        }

        return next == values.Count ? new JsonString(text.ToString()) : throw Unequal();
    }

    /// <summary><c>States.StringSplit('a.b-c', '.-')</c>: at every one of the characters, without the empty parts.</summary>
    public static Json Split(IntrinsicValues values)
    {
        var parts = values.String(0).Split(values.String(1).ToCharArray(), StringSplitOptions.RemoveEmptyEntries);
        return new JsonArray([.. parts.Select(part => new JsonString(part))]);
    }

    private static void AppendValue(StringBuilder text, Json value)
    {
        if (value is JsonString inner)
        {
            text.Append(inner.Value);
        }
        else
        {
            value.AppendTo(text);
        }
    }

    private static IntrinsicException Unequal() => new("The number of arguments and of occurrences of {} differ.");
}
