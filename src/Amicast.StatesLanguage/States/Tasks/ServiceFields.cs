using System.Globalization;
using Amicast.StatesLanguage.Data;
using Amicast.StatesLanguage.Data.Intrinsics;
using Amicast.StatesLanguage.Execution;

namespace Amicast.StatesLanguage.States.Tasks;

/// <summary>The parameters that a task calls a service with, and what every answer of a service has.</summary>
internal static class ServiceFields
{
    /// <exception cref="DataException">States.Runtime: it is missing or no string.</exception>
    public static string RequiredString(JsonObject parameters, string name) => OptionalString(parameters, name)
        ?? throw DataException.Runtime($"The parameter '{name}' is missing.");

    /// <exception cref="DataException">States.Runtime: it is no string.</exception>
    public static string? OptionalString(JsonObject parameters, string name) => !parameters.TryGet(name, out var value) ? null
        : value is JsonString text ? text.Value
        : throw DataException.Runtime($"The parameter '{name}' must be a string, and is {value}.");

    /// <summary>The answer with the metadata that the SDK behind Step Functions adds, its fields in the order of their names; its headers are those that depend on the call.</summary>
    public static JsonObject WithMetadata(JsonObject answer, World world, params ReadOnlySpan<KeyValuePair<string, Json>> headers)
    {
        var id = new JsonString(NumberFunctions.NewUuid(world.RequestIds));
        KeyValuePair<string, Json>[] all =
        [
            .. headers,
            new("x-amzn-RequestId", id),
            new("Content-Length", new JsonString(answer.Length.ToString(CultureInfo.InvariantCulture))),
        ];
        var http = new JsonObject(
        [
            new("AllHttpHeaders", new JsonObject(Array.ConvertAll(all, header => new KeyValuePair<string, Json>(header.Key, new JsonArray([header.Value]))))),
            new("HttpHeaders", new JsonObject(all)),
            new("HttpStatusCode", new JsonNumber(200)),
        ]);
        var whole = answer.With("SdkHttpMetadata", http).With("SdkResponseMetadata", new JsonObject([new("RequestId", id)]));
        return new JsonObject([.. whole.Fields.OrderBy(field => field.Key, StringComparer.Ordinal)]);
    }
}
