using System.Globalization;
using System.Text;

namespace Amicast.Functions.Runtime.Logging;

/// <summary>Fills a message's names in braces with its arguments, in order.</summary>
internal static class LogTemplate
{
    /// <summary>The text, and each name with its argument. A name without an argument, or a lone brace, stays as it is written.</summary>
    internal static (string Text, IReadOnlyList<KeyValuePair<string, object?>> Fields) Fill(string template, IReadOnlyList<object?> arguments)
    {
        if (arguments.Count == 0)
        {
            return (template, []);
        }

        var text = new StringBuilder(template.Length * 2);
        var fields = new List<KeyValuePair<string, object?>>(arguments.Count);
        var from = 0;
        while (fields.Count < arguments.Count && NextName(template, from) is { } name)
        {
            var value = arguments[fields.Count];
            fields.Add(new(template[(name.Start.Value + 1)..(name.End.Value - 1)], value));
            text.Append(template, from, name.Start.Value - from).Append(Convert.ToString(value, CultureInfo.InvariantCulture) ?? "null");
            from = name.End.Value;
        }

        return (text.Append(template, from, template.Length - from).ToString(), fields);
    }

    private static Range? NextName(string template, int from)
    {
        var open = template.IndexOf('{', from);
        var close = open < 0 ? -1 : template.IndexOf('}', open);
        return close < 0 ? null : open..(close + 1);
    }
}
