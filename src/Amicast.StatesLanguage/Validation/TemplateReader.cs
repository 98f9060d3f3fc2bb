using Amicast.StatesLanguage.Data;

namespace Amicast.StatesLanguage.Validation;

/// <summary>Reads payload templates.</summary>
internal static class TemplateReader
{
    private const string Suffix = ".$";

    public static PayloadTemplate Read(Json value, Location at, Problems problems) => value switch
    {
        JsonObject fields => ReadObject(fields, at, problems),
        JsonArray items => ReadArray(items, at, problems),
        _ => ReadFixed(value, at, problems),
    };

    private static FixedTemplate ReadFixed(Json value, Location at, Problems problems)
    {
        LooksLikePath.WarnOfTemplate(value, at, problems);
        return new FixedTemplate(value);
    }

    private static PayloadTemplate ReadObject(JsonObject value, Location at, Problems problems)
    {
        var fields = new List<KeyValuePair<string, PayloadTemplate>>();
        foreach (var (name, inner) in value.Fields)
        {
            var isFilled = name.EndsWith(Suffix, StringComparison.Ordinal);
            var plain = isFilled ? name[..^Suffix.Length] : name;
            if (fields.Exists(field => field.Key == plain))
            {
                problems.Wrong(at.Field(name), $"The field '{plain}' is given twice.");
            }

            fields.Add(new(plain, isFilled ? ReadFilled(name, inner, at.Field(name), problems) : Read(inner, at.Field(name), problems)));
        }

        return fields.TrueForAll(field => field.Value is FixedTemplate) ? new FixedTemplate(value) : new ObjectTemplate(fields);
    }

    private static PayloadTemplate ReadArray(JsonArray value, Location at, Problems problems)
    {
        var items = value.Items.Select((item, index) => Read(item, at.Item(index), problems)).ToList();
        return items.TrueForAll(item => item is FixedTemplate) ? new FixedTemplate(value) : new ArrayTemplate(items);
    }

    private static PayloadTemplate ReadFilled(string name, Json value, Location at, Problems problems)
    {
        if (value is JsonString text)
        {
            PayloadTemplate? read = text.Value.StartsWith('$')
                ? PathReader.Path(text.Value, at, problems) is { } path ? new PathTemplate(path, name) : null
                : PathReader.Call(text.Value, at, problems) is { } call ? new CallTemplate(call) : null;
            return read ?? new FixedTemplate(value);
        }

        problems.Wrong(at, $"The value of '{name}' must be a path or a call of an intrinsic function.");
        return new FixedTemplate(value);
    }
}
