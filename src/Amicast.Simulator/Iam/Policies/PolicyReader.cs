using System.Text.Json;
using System.Text.RegularExpressions;
using Amicast.Simulator.Documents;

namespace Amicast.Simulator.Iam.Policies;

/// <summary>Reads policy documents, strictly: what is not carried out is a problem.</summary>
/// <remarks>Source: "Grammar of the IAM JSON policy language", IAM user guide.</remarks>
internal sealed partial class PolicyReader(DocumentProblems problems)
{
    private const string Version = "2012-10-17";
    private static readonly string[] Elements = ["Version", "Id", "Statement"];
    private static readonly string[] StatementElements = ["Sid", "Effect", "Action", "NotAction", "Resource", "NotResource", "Condition"];

    internal Policy Read(JsonElement document)
    {
        if (!CheckElements(document, "$", Elements))
        {
            return new([]);
        }

        if (TextAt(document, "Version") != Version)
        {
            Refuse("$.Version", $"Only the policy language of {Version} is carried out.", $"Write \"Version\": \"{Version}\".");
        }

        var statements = Many(document, "$", "Statement").Select(one => ReadStatement(one.Value, one.Path)).ToList();
        foreach (var twice in statements.Where(statement => statement.Sid is not null).GroupBy(statement => statement.Sid).Where(group => group.Count() > 1))
        {
            Refuse("$.Statement", $"The Sid '{twice.Key}' stands there more than once.", "Give each statement its own.");
        }

        return new(statements);
    }

    private PolicyStatement ReadStatement(JsonElement statement, string path)
    {
        if (!CheckElements(statement, path, StatementElements))
        {
            return new(null, IsAllow: false, new(IsNegated: false, []), new(IsNegated: false, []), []);
        }

        var effect = TextAt(statement, "Effect");
        if (effect is not ("Allow" or "Deny"))
        {
            Refuse($"{path}.Effect", $"'{effect}' is no effect.", "Write Allow or Deny.");
        }

        var sid = TextAt(statement, "Sid");
        if (sid is not null && !sid.All(char.IsAsciiLetterOrDigit))
        {
            Refuse($"{path}.Sid", $"'{sid}' has other characters than letters and digits.", "Write letters and digits.");
        }

        var actions = ReadSet(statement, path, "Action", IsAction, PatternReader.Action);
        var resources = ReadSet(statement, path, "Resource", IsResource, PatternReader.Resource);
        return new(sid, effect == "Allow", actions, resources, [.. new ConditionReader(problems).Read(statement, path)]);
    }

    private PatternSet ReadSet(JsonElement statement, string path, string name, Func<string, bool> isValid, Func<string, Pattern> read)
    {
        var isNegated = statement.TryGetProperty($"Not{name}", out _);
        if (isNegated == statement.TryGetProperty(name, out _))
        {
            Refuse(path, $"A statement has either {name} or Not{name}.", "Write one of them.");
            return new(isNegated, []);
        }

        var patterns = new List<Pattern>();
        foreach (var (value, at) in Many(statement, path, isNegated ? $"Not{name}" : name))
        {
            if (value.ValueKind == JsonValueKind.String && isValid(value.GetString()!))
            {
                patterns.Add(read(value.GetString()!));
            }
            else
            {
                Refuse(at, $"'{value}' is not what {name} can name here.", name == "Action" ? "Write service:Action." : "Write an ARN, with variables that are carried out, or *.");
            }
        }

        return new(isNegated, patterns);
    }

    private bool CheckElements(JsonElement element, string path, string[] known)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            Refuse(path, "This is not an object.", "Write an object.");
            return false;
        }

        foreach (var property in element.EnumerateObject().Where(property => !known.Contains(property.Name)))
        {
            Refuse($"{path}.{property.Name}", $"'{property.Name}' is not carried out in an identity-based policy.", $"Known are: {string.Join(", ", known)}.");
        }

        return true;
    }

    /// <summary>What IAM writes as one or as a list.</summary>
    private IEnumerable<(JsonElement Value, string Path)> Many(JsonElement parent, string path, string name)
    {
        if (!parent.TryGetProperty(name, out var value) || (value.ValueKind == JsonValueKind.Array && value.GetArrayLength() == 0))
        {
            Refuse($"{path}.{name}", $"'{name}' is missing or empty.", $"Add '{name}'.");
            return [];
        }

        return value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().Select((item, i) => (item, $"{path}.{name}[{i}]")) : [(value, $"{path}.{name}")];
    }

    private static string? TextAt(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static bool IsAction(string text) => text == "*" || ActionForm().IsMatch(text);

    private static bool IsResource(string text) => text == "*" || (ArnForm().IsMatch(text) && PatternReader.Variables(text).All(ConditionKeys.AreKnown));

    private void Refuse(string path, string message, string remedy) => problems.Add(new(path, "InvalidValue", message, remedy));

    [GeneratedRegex(@"^[a-z0-9-]+:[A-Za-z0-9*?]+$", RegexOptions.None, 1000)]
    private static partial Regex ActionForm();

    // No wildcard in the service: "You can't use a wildcard in the segment that specifies the service".
    [GeneratedRegex(@"^arn:[^:]*:[a-z0-9-]+:[^:]*:[^:]*:.+$", RegexOptions.None, 1000)]
    private static partial Regex ArnForm();
}
