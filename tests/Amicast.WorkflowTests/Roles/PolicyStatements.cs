using System.Text.Json.Nodes;

namespace Amicast.WorkflowTests.Roles;

/// <summary>A statement of a rendered policy, and the policies that there are without it or without a part of it.</summary>
internal sealed record PolicyStatements(string Role, JsonObject Policy, int Index)
{
    // What the simulated account and the engine ask for. The other services' statements cannot be tried here.
    private static readonly string[] Tried = ["ec2", "kms", "ssm", "iam", "lambda", "events"];

    internal string Sid => Statement[nameof(Sid)]?.GetValue<string>() ?? $"statement {Index}, without a Sid";

    internal string Name => $"{Role} {Sid}";

    internal bool IsAllow => Statement["Effect"]!.GetValue<string>() == "Allow";

    internal IReadOnlyList<string> Actions => Statement["Action"] is JsonArray list ? [.. list.Select(action => action!.GetValue<string>())] : [Statement["Action"]!.GetValue<string>()];

    /// <summary>Whether it is about services that are rehearsed.</summary>
    internal bool IsTried => Actions.Any(action => Tried.Contains(action.Split(':')[0]));

    internal IReadOnlyList<(string Operator, string Key)> Conditions => Statement["Condition"] is not JsonObject conditions ? []
        : [.. conditions.SelectMany(one => ((JsonObject)one.Value!).Select(key => (one.Key, key.Key)))];

    private JsonObject Statement => (JsonObject)Policy[nameof(Statement)]![Index]!;

    internal static IEnumerable<PolicyStatements> Of(IReadOnlyDictionary<string, JsonObject> policies) =>
        policies.SelectMany(policy => Enumerable.Range(0, ((JsonArray)policy.Value[nameof(Statement)]!).Count).Select(i => new PolicyStatements(policy.Key, policy.Value, i)));

    /// <summary>The policy without the whole statement, and without each of several actions.</summary>
    internal IEnumerable<(string Name, JsonObject Policy)> WithoutParts()
    {
        yield return (Name, Without());
        foreach (var action in Actions.Count > 1 ? Actions : [])
        {
            yield return ($"{Name} {action}", Changed(statement => statement["Action"] = new JsonArray([.. Actions.Where(one => one != action).Select(one => (JsonNode)one)])));
        }
    }

    internal JsonObject Without()
    {
        var policy = (JsonObject)Policy.DeepClone();
        ((JsonArray)policy[nameof(Statement)]!).RemoveAt(Index);
        return policy;
    }

    internal JsonObject WithoutCondition((string Operator, string Key) condition) => Changed(statement =>
    {
        var all = (JsonObject)statement["Condition"]!;
        var keys = (JsonObject)all[condition.Operator]!;
        keys.Remove(condition.Key);
        if (keys.Count == 0)
        {
            all.Remove(condition.Operator);
        }
    });

    private JsonObject Changed(Action<JsonObject> change)
    {
        var policy = (JsonObject)Policy.DeepClone();
        change((JsonObject)policy[nameof(Statement)]![Index]!);
        return policy;
    }
}
