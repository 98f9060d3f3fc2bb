using System.Text.Json;
using Amicast.Simulator.Documents;

namespace Amicast.Simulator.Iam.Policies;

/// <summary>Reads the conditions of a statement.</summary>
internal sealed class ConditionReader(DocumentProblems problems)
{
    private const string Existence = "IfExists";

    internal IEnumerable<PolicyCondition> Read(JsonElement statement, string path) =>
        statement.TryGetProperty("Condition", out var condition)
            ? Members(condition, $"{path}.Condition").SelectMany(one => Members(one.Value, one.Path).Select(key => Read(one.Name, one.Path, key.Name, key.Path, key.Value))).OfType<PolicyCondition>()
            : [];

    private PolicyCondition? Read(string operatorName, string operatorPath, string key, string path, JsonElement values)
    {
        if (!ConditionKeys.AreKnown(key))
        {
            return Refuse(path, $"The condition key '{key}' is not carried out: no simulated call has it.", $"Global keys that are there: {string.Join(", ", ConditionKeys.Global)}.");
        }

        if (operatorName == "Null")
        {
            return ReadNull(key, path, values);
        }

        var set = Enum.GetValues<SetOperator>().FirstOrDefault(one => operatorName.StartsWith($"{one}:", StringComparison.Ordinal));
        var name = set == SetOperator.None ? operatorName : operatorName[$"{set}:".Length..];
        var ifExists = name.EndsWith(Existence, StringComparison.Ordinal);
        if (!ConditionOperator.All.TryGetValue(ifExists ? name[..^Existence.Length] : name, out var known))
        {
            return Refuse(operatorPath, $"The condition operator '{operatorName}' is {(ConditionOperator.Refused.Contains(name) ? "not carried out" : "not known")}.",
                $"Carried out are: Null, {string.Join(", ", ConditionOperator.All.Keys.Order(StringComparer.Ordinal))}.");
        }

        var tests = Texts(values, path).Select(text => Test(known, text, path)).OfType<ConditionTest>().ToList();
        return new(key, set, known.IsNegated, ifExists, tests);
    }

    private ConditionTest? Test(ConditionOperator known, string text, string path)
    {
        var test = known.TakesVariables && !PatternReader.Variables(text).All(ConditionKeys.AreKnown) ? null : known.Read(text);
        if (test is null)
        {
            Refuse(path, $"'{text}' is no value of {known.Name}, or has a variable that is not carried out.", "Write a value of the operator's type.");
        }

        return test;
    }

    // "true": the key is not there; "false": it is. Both of them say nothing.
    private PolicyCondition? ReadNull(string key, string path, JsonElement values) => Texts(values, path) is [var text] && bool.TryParse(text, out var isAbsent)
        ? new(key, SetOperator.None, isAbsent, IfExists: false, [static (_, _) => true])
        : Refuse(path, "Null is asked of a key by one 'true' or 'false'.", "Write \"true\" where the key must be absent, \"false\" where it must be there.");

    private IReadOnlyList<string> Texts(JsonElement values, string path)
    {
        IReadOnlyList<JsonElement> items = values.ValueKind == JsonValueKind.Array ? [.. values.EnumerateArray()] : [values];
        var texts = items.Where(item => item.ValueKind is JsonValueKind.String or JsonValueKind.True or JsonValueKind.False or JsonValueKind.Number).Select(item => item.ToString()).ToList();
        if (texts.Count == 0 || texts.Count < items.Count)
        {
            Refuse(path, "A condition compares with one or several texts.", "Write a text or a list of texts.");
        }

        return texts;
    }

    private IEnumerable<(string Name, string Path, JsonElement Value)> Members(JsonElement element, string path)
    {
        if (element.ValueKind == JsonValueKind.Object)
        {
            return element.EnumerateObject().Select(member => (member.Name, $"{path}.{member.Name}", member.Value));
        }

        Refuse(path, "This is not an object.", "Write an object.");
        return [];
    }

    private PolicyCondition? Refuse(string path, string message, string remedy)
    {
        problems.Add(new(path, "InvalidValue", message, remedy));
        return null;
    }
}
