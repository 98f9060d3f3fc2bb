using Amicast.StatesLanguage.Data;

namespace Amicast.StatesLanguage.Validation;

/// <summary>Fields that are plain values.</summary>
internal sealed partial class FieldReader
{
    public string? String(string name)
    {
        var value = Take(name);
        if (value is null or JsonString)
        {
            return (value as JsonString)?.Value;
        }

        Wrong(name, "This must be a string.");
        return null;
    }

    /// <summary>The string, or null after a problem was reported.</summary>
    public string? RequiredString(string name) => Required(name) is null ? null : String(name);

    public bool? Boolean(string name)
    {
        var value = Take(name);
        if (value is null || ReferenceEquals(value, JsonLiteral.True) || ReferenceEquals(value, JsonLiteral.False))
        {
            return value is null ? null : ReferenceEquals(value, JsonLiteral.True);
        }

        Wrong(name, "This must be true or false.");
        return null;
    }

    public long? Integer(string name, long least, long most)
    {
        var value = Take(name);
        if (value is null)
        {
            return null;
        }

        if (value is JsonNumber number && number.IsInteger(out var integer) && integer >= least && integer <= most)
        {
            return integer;
        }

        Wrong(name, $"This must be an integer from {least} to {most}.");
        return null;
    }

    public double? Number(string name, double least)
    {
        var value = Take(name);
        if (value is null || (value is JsonNumber good && good.Value >= least && double.IsFinite(good.Value)))
        {
            return (value as JsonNumber)?.Value;
        }

        Wrong(name, $"This must be a number of at least {least:0.0}.");
        return null;
    }

    public string? OneOf(string name, params ReadOnlySpan<string> allowed)
    {
        var value = String(name);
        if (value is not null && !allowed.Contains(value))
        {
            Wrong(name, $"'{value}' is none of {string.Join(", ", allowed!)}.");
        }

        return value;
    }

    /// <summary>The objects of an array; none where it is missing or wrong.</summary>
    public List<FieldReader> Objects(string name)
    {
        var value = Take(name);
        var readers = new List<FieldReader>();
        if (value is JsonArray array)
        {
            for (var i = 0; i < array.Count; i++)
            {
                if (Of(array[i], at.Field(name).Item(i), problems) is { } reader)
                {
                    readers.Add(reader);
                }
            }
        }
        else if (value is not null)
        {
            Wrong(name, "This must be an array.");
        }

        return readers;
    }
}
