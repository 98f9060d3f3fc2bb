using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Amicast.Simulator.Ec2;
using Amicast.Simulator.Ec2.Wire;
using Amicast.Simulator.Services;

namespace Amicast.Simulator.Events;

/// <summary>Puts events of the caller's own on the account's default bus. Each entry is taken or refused by itself.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutEvents.html, and "Calculating PutEvents event entry size" in the User Guide.</remarks>
internal sealed class PutEvents : JsonOperation
{
    private const string DefaultBus = "default";
    private const int MostEntries = 10;
    private const int MostBytes = 256 * 1024;
    private const int BytesOfTime = 14;
    private static readonly string[] RequiredMembers = ["Source", "DetailType", "Detail"];

    internal override JsonObject Carry(Call call)
    {
        call.Parameters.Disregard("EndpointId");
        if (call.Parameters.Text("EndpointId") is not null)
        {
            throw new Ec2Exception("ValidationException", "The simulated account has no global endpoints: leave EndpointId out.");
        }

        var answers = EntriesOf(call).Select(entry => Put(call, entry)).ToList();
        return new() { ["FailedEntryCount"] = answers.Count(answer => answer.ContainsKey("ErrorCode")), ["Entries"] = new JsonArray([.. answers]) };
    }

    /// <summary>The entries of a call.</summary>
    /// <exception cref="Ec2Exception">There are none, too many, or what is no entry.</exception>
    internal static List<JsonObject> EntriesOf(Call call)
    {
        var text = call.Parameters.Text("Entries");
        var entries = text is null ? [] : Parse(text) is JsonArray array && array.All(entry => entry is JsonObject) ? array.Select(entry => entry!.AsObject()).ToList() : throw NoList();
        if (entries.Count is 0 or > MostEntries)
        {
            throw new Ec2Exception(
                "ValidationException", $"1 validation error detected: Value at 'entries' failed to satisfy constraint: Member must have length between 1 and {MostEntries}");
        }

        return entries.Sum(Size) > MostBytes
            ? throw new Ec2Exception("ValidationException", "Total size of the entries in the request is over the limit.")
            : entries;
    }

    /// <summary>The name of the bus that an entry is for.</summary>
    internal static string BusOf(JsonObject entry) => Text(entry, "EventBusName") ?? DefaultBus;

    private static JsonObject Put(Call call, JsonObject entry)
    {
        foreach (var name in RequiredMembers)
        {
            if (Text(entry, name) is null or "")
            {
                return Refused("InvalidArgument", $"Parameter {name} is not valid. Reason: {name} is a required argument.");
            }
        }

        var source = Text(entry, "Source")!;
        if (source.StartsWith("aws.", StringComparison.Ordinal))
        {
            return Refused("NotAuthorizedForSourceException", "Not authorized for the source.");
        }

        if (BusOf(entry) is var bus and not DefaultBus)
        {
            return Refused("InvalidArgument", $"Parameter EventBusName is not valid. Reason: the simulated account has the default event bus only, not {bus}.");
        }

        return Parse(Text(entry, "Detail")!) is JsonObject detail
            ? new() { ["EventId"] = call.Account.Events.Put(call.Region.Name, source, Text(entry, "DetailType")!, TimeOf(entry, call), Resources(entry), detail) }
            : Refused("MalformedDetail", "Detail is malformed.");
    }

    private static DateTimeOffset TimeOf(JsonObject entry, Call call) =>
        entry["Time"] is JsonValue time && time.TryGetValue<double>(out var seconds) ? DateTimeOffset.UnixEpoch.AddSeconds(seconds) : call.Now;

    private static List<string> Resources(JsonObject entry) =>
        entry["Resources"] is JsonArray resources ? [.. resources.OfType<JsonValue>().Select(arn => arn.ToString())] : [];

    private static int Size(JsonObject entry) =>
        (entry.ContainsKey("Time") ? BytesOfTime : 0)
        + RequiredMembers.Select(name => Text(entry, name)).Concat(Resources(entry)).Sum(text => Encoding.UTF8.GetByteCount(text ?? ""));

    internal static string? Text(JsonObject entry, string name) => entry[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    private static JsonObject Refused(string code, string message) => new() { ["ErrorCode"] = code, ["ErrorMessage"] = message };

    private static JsonNode? Parse(string text)
    {
        try
        {
            return JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static Ec2Exception NoList() => new("SerializationException", "The member Entries is not of the type that it must be.");
}
