using System.Text;
using System.Text.Json;
using Amicast.StatesLanguage.Data;
using Amicast.StatesLanguage.Definition;

namespace Amicast.StatesLanguage.Validation;

/// <summary>Reads a whole definition.</summary>
internal static class DefinitionReader
{
    private const int MostBytes = 1024 * 1024;

    /// <exception cref="InvalidDefinitionException">Anything is wrong.</exception>
    public static StateMachineDefinition Read(string json)
    {
        var problems = new Problems();
        return Read(json, problems) ?? throw new InvalidDefinitionException(problems.Found);
    }

    /// <summary>The definition, or null where there are problems other than warnings.</summary>
    public static StateMachineDefinition? Read(string json, Problems problems)
    {
        var definition = ParseText(json, problems) is { } value && FieldReader.Of(value, Location.Root, problems) is { } fields
            ? ReadFields(json, fields)
            : null;
        return problems.Found.Count == 0 ? definition : null;
    }

    private static Json? ParseText(string json, Problems problems)
    {
        if (json.Length == 0)
        {
            problems.Add(Location.Root, ProblemCodes.Missing, "There is no definition.");
            return null;
        }

        if (Encoding.UTF8.GetByteCount(json) > MostBytes)
        {
            problems.Wrong(Location.Root, "A definition is of at most 1 MiB.");
            return null;
        }

        try
        {
            return JsonParser.Parse(json);
        }
        catch (JsonException e)
        {
            problems.Add(Location.Root, ProblemCodes.Json, $"The definition is not JSON: {e.Message}");
            return null;
        }
    }

    private static StateMachineDefinition ReadFields(string json, FieldReader fields)
    {
        _ = fields.String("Comment");
        _ = fields.OneOf("Version", "1.0");
        Refusals.OfQueryLanguage(fields);
        var timeout = fields.Integer("TimeoutSeconds", 1, 99_999_999);
        var workflow = new WorkflowReader().Read(fields);
        fields.Finish();
        return new StateMachineDefinition(json, workflow, timeout is { } seconds ? TimeSpan.FromSeconds(seconds) : null);
    }
}
