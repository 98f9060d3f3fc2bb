using System.Text.Json.Nodes;
using Amicast.Storms;

namespace Amicast.StormTests;

/// <summary>Deliberate defects: what a careless change of the definition, a step or its calls would do.</summary>
internal static class Defects
{
    internal static readonly Defect AWaitThatForgetsTheDeadline = Definition(text => WaitingForCopies(text, 100_000));

    internal static readonly Defect NoClientTokens = Wire(form => form.Remove("ClientToken"));

    internal static readonly Defect OneInstanceTooMany = Wire(form =>
    {
        if (form.Action == "RunInstances")
        {
            form["MaxCount"] = form["MinCount"] = $"{int.Parse(form["MaxCount"]!) + 1}";
        }
    });

    internal static readonly Defect AReportThatOmitsARegion = After("Summarize", report => (report["regions"] as JsonArray)?.RemoveLast());

    internal static readonly Defect OneAccountMoreOnTheWire = Wire(form => form.AddTo("ModifyImageAttribute", "LaunchPermission.Add", "UserId", "444455556666"));

    internal static readonly Defect SharingThatIsOnlyClaimed = new()
    {
        Functions = (functions, _) => new DefectiveFunction(functions, "ShareImage", instead: """{"image":{"public":false,"asked":1,"others":[]}}"""),
    };

    internal static readonly Defect PromotionBeforeVerification = Definition(text => text.Replace("\"StringEquals\": \"always\"", "\"StringEquals\": \"afterVerify\"", StringComparison.Ordinal));

    internal static readonly Defect ARollbackThatSkipsARegion = After("Rollback", record => Regions(record).Last()["done"] = true);

    internal static readonly Defect ARollbackThatLooksOnce = After("Rollback", record =>
    {
        foreach (var region in Regions(record).Where(region => region["quietSince"] is not null))
        {
            region["done"] = true;
        }

        record["done"] = Regions(record).All(region => region["done"]!.GetValue<bool>());
    });

    internal static readonly Defect PublicByDefault = Wire(form => form.AddTo("ModifyImageAttribute", "LaunchPermission.Add", "Group", "all"));

    internal static readonly Defect TagsInASecondCall = new() { Wire = account => new LateTags(account) };

    internal static readonly Defect LooksWithoutAPause = Definition(text => WaitingForCopies(text, 1));

    internal static readonly Defect NoRetries = Definition(text =>
    {
        var definition = JsonNode.Parse(text)!;
        RemoveRetries(definition);
        return definition.ToJsonString();
    });

    internal static readonly Defect ASourceThatIsGivenUpUnverified = new()
    {
        Functions = (functions, _) => new DefectiveFunction(functions, "RetireSource", before: state =>
        {
            foreach (var region in Regions(state))
            {
                region.Remove("failure");
                region["launch"] ??= new JsonObject { ["attempt"] = 1, ["instances"] = new JsonArray(), ["launchedAt"] = "2026-11-22T02:00:00Z", ["waitSeconds"] = 0 };
                region["launch"]!["verified"] = true;
            }
        }),
    };

    internal static IReadOnlyDictionary<string, Defect> All { get; } = typeof(Defects)
        .GetFields(System.Reflection.BindingFlags.Static | System.Reflection.BindingFlags.NonPublic)
        .Where(field => field.FieldType == typeof(Defect))
        .ToDictionary(field => field.Name, field => (Defect)field.GetValue(null)!);

    private static Defect Definition(Func<string, string> edit) => new()
    {
        Definition = text => edit(text) is var edited && edited != text ? edited : throw new InvalidOperationException("The defect is none: it changes nothing."),
    };

    private static Defect Wire(Action<Form> change) => new() { Wire = account => new DefectiveWire(account, change) };

    private static Defect After(string function, Action<JsonObject> change) => new() { Functions = (functions, _) => new DefectiveFunction(functions, function, after: change) };

    private static IEnumerable<JsonObject> Regions(JsonObject state) => state["regions"]?.AsArray().Select(region => region!.AsObject()) ?? [];

    private static string WaitingForCopies(string text, int seconds) => text
        .Replace("\"SecondsPath\": \"$.record.image.waitSeconds\"", $"\"Seconds\": {seconds}", StringComparison.Ordinal)
        .Replace("\"SecondsPath\": \"$.image.waitSeconds\"", $"\"Seconds\": {seconds}", StringComparison.Ordinal);

    private static void RemoveLast(this JsonArray list)
    {
        if (list.Count > 0)
        {
            list.RemoveAt(list.Count - 1);
        }
    }

    private static void RemoveRetries(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject members:
                members.Remove("Retry");
                members.Select(member => member.Value).ToList().ForEach(RemoveRetries);
                break;
            case JsonArray items:
                items.ToList().ForEach(RemoveRetries);
                break;
        }
    }
}
