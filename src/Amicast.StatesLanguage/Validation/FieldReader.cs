using Amicast.StatesLanguage.Data;

namespace Amicast.StatesLanguage.Validation;

/// <summary>Takes the fields of one object of the definition, each once, and reports those that are wrong, missing or left over.</summary>
internal sealed partial class FieldReader(JsonObject fields, Location at, Problems problems)
{
    private readonly HashSet<string> _taken = [];

    public Location At => at;

    public Problems Problems => problems;

    /// <summary>The names that were asked for so far, given or not.</summary>
    public IReadOnlyCollection<string> Taken => _taken;

    public static FieldReader? Of(Json value, Location at, Problems problems)
    {
        if (value is JsonObject fields)
        {
            return new FieldReader(fields, at, problems);
        }

        problems.Wrong(at, "This must be an object.");
        return null;
    }

    public bool Has(string name) => fields.TryGet(name, out _);

    /// <summary>The field, whatever it is, or null where there is none.</summary>
    public Json? Take(string name)
    {
        _taken.Add(name);
        return fields.TryGet(name, out var value) ? value : null;
    }

    public Json? Required(string name)
    {
        var value = Take(name);
        if (value is null)
        {
            problems.Wrong(at, $"The field '{name}' is missing.");
        }

        return value;
    }

    public void Wrong(string name, string message) => problems.Wrong(at.Field(name), message);

    /// <summary>Reports fields of which only one may be given; true if exactly one is.</summary>
    public bool ExactlyOne(params ReadOnlySpan<string> names)
    {
        var given = 0;
        foreach (var name in names)
        {
            given += Has(name) ? 1 : 0;
        }

        if (given != 1)
        {
            problems.Wrong(at, $"Exactly one of {string.Join(", ", names!)} must be given; {given} are.");
        }

        return given == 1;
    }

    /// <summary>Reports fields of which at most one may be given.</summary>
    public void NotBoth(string one, string other)
    {
        if (Has(one) && Has(other))
        {
            Wrong(other, $"{one} and {other} exclude each other.");
        }
    }

    /// <summary>Refuses a field of the language that this engine does not run.</summary>
    public void Refuse(string name, string why)
    {
        if (Take(name) is not null)
        {
            problems.Add(at.Field(name), ProblemCodes.NotSupported, $"'{name}' is not supported: {why}");
        }
    }

    /// <summary>Reports the fields that nobody took.</summary>
    public void Finish()
    {
        foreach (var (name, _) in fields.Fields)
        {
            if (!_taken.Contains(name))
            {
                Wrong(name, $"The field '{name}' is not one of those that belong here.");
            }
        }
    }
}
