using System.Text.Json;

namespace Amicast.StatesLanguage.Data.Intrinsics;

/// <summary>The functions between JSON and its text.</summary>
internal static class JsonFunctions
{
    public static Json FromText(IntrinsicValues values)
    {
        try
        {
            return JsonParser.Parse(values.String(0));
        }
        catch (JsonException)
        {
            throw new IntrinsicException("The string is not valid JSON.");
        }
    }

    public static Json ToText(IntrinsicValues values) => new JsonString(values[0].ToText());

    /// <summary><c>States.JsonMerge($.a, $.b, false)</c>: the second's fields win. AWS merges the top level only.</summary>
    public static Json Merge(IntrinsicValues values)
    {
        var (first, second) = (values.Object(0), values.Object(1));
        if (!ReferenceEquals(values[2], JsonLiteral.False))
        {
            throw new IntrinsicException("Argument 3 must be false: a deep merge is not supported.");
        }

        return second.Fields.Aggregate(first, (merged, field) => merged.With(field.Key, field.Value));
    }
}
