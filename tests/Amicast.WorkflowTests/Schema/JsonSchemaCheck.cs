using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Amicast.WorkflowTests.Schema;

/// <summary>Validates documents by the keywords of JSON Schema 2020-12 that the request's schema uses; any other keyword is an error of the schema.</summary>
internal sealed class JsonSchemaCheck(JsonObject root)
{
    private static readonly string[] Annotations = ["$schema", "$defs", "title", "description", "default"];

    // Read anew for each: reading a JsonNode fills it in, which is not for several threads.
    internal static JsonSchemaCheck OfRequests => new(JsonNode.Parse(Tests.Repository.Read("docs/request.schema.json"))!.AsObject());

    internal JsonObject Root => root;

    /// <summary>What is wrong with the document, by path; empty for a valid one.</summary>
    internal IEnumerable<string> Validate(JsonNode? document) => Validate(root, document, "$");

    /// <summary>The schema that a <c>$ref</c> leads to, and the object among alternatives of which one is null.</summary>
    internal JsonObject Resolve(JsonObject schema) =>
        schema["$ref"] is { } reference ? Resolve(root["$defs"]![reference.GetValue<string>()["#/$defs/".Length..]]!.AsObject())
        : schema["anyOf"] is JsonArray alternatives ? Resolve(alternatives[0]!.AsObject())
        : schema;

    private IEnumerable<string> Validate(JsonObject schema, JsonNode? value, string path) =>
        schema.Where(keyword => !Annotations.Contains(keyword.Key)).SelectMany(keyword => Apply(keyword.Key, keyword.Value!, schema, value, path));

    private IEnumerable<string> Apply(string keyword, JsonNode argument, JsonObject schema, JsonNode? value, string path) => keyword switch
    {
        "$ref" => Validate(Resolve(schema), value, path),
        "anyOf" => argument.AsArray().Any(one => IsValid(one!, value, path)) ? [] : [$"{path}: none of anyOf"],
        "oneOf" => argument.AsArray().Count(one => IsValid(one!, value, path)) == 1 ? [] : [$"{path}: not one of oneOf"],
        "type" => Is(TypeOf(value), argument.GetValue<string>()) ? [] : [$"{path}: {TypeOf(value)} is not {argument}"],
        "enum" => argument.AsArray().Any(one => JsonNode.DeepEquals(one, value)) ? [] : [$"{path}: not of enum"],
        "required" or "properties" or "additionalProperties" or "propertyNames" or "maxProperties" =>
            value is JsonObject members ? ApplyToObject(keyword, argument, schema, members, path) : [],
        "items" => value is JsonArray items ? items.SelectMany((item, i) => Validate(argument.AsObject(), item, $"{path}[{i}]")) : [],
        "minItems" => value is JsonArray list && list.Count < argument.GetValue<int>() ? [$"{path}: too few"] : [],
        "pattern" or "minLength" or "maxLength" => TypeOf(value) == "string" ? ApplyToText(keyword, argument, value!.GetValue<string>(), path) : [],
        "minimum" => Number(value) < argument.GetValue<int>() ? [$"{path}: too small"] : [],
        "maximum" => Number(value) > argument.GetValue<int>() ? [$"{path}: too large"] : [],
        "multipleOf" => Number(value) % argument.GetValue<int>() != 0 ? [$"{path}: not a multiple of {argument}"] : [],
        _ => throw new InvalidOperationException($"The keyword {keyword} of the schema is not known here."),
    };

    private IEnumerable<string> ApplyToObject(string keyword, JsonNode argument, JsonObject schema, JsonObject members, string path) => keyword switch
    {
        "required" => argument.AsArray().Select(name => name!.GetValue<string>()).Where(name => !members.ContainsKey(name)).Select(name => $"{path}: no {name}"),
        "properties" => members.Where(member => argument[member.Key] is not null).SelectMany(member => Validate(argument[member.Key]!.AsObject(), member.Value, $"{path}.{member.Key}")),
        "additionalProperties" => members.Where(member => schema["properties"]?[member.Key] is null).SelectMany(member =>
            argument is JsonObject other ? Validate(other, member.Value, $"{path}.{member.Key}") : [$"{path}: unknown {member.Key}"]),
        "propertyNames" => members.SelectMany(member => Validate(argument.AsObject(), JsonValue.Create(member.Key), $"{path}.{member.Key}")),
        _ => members.Count > argument.GetValue<int>() ? [$"{path}: too many"] : [],
    };

    private static IEnumerable<string> ApplyToText(string keyword, JsonNode argument, string text, string path) => keyword switch
    {
        "pattern" => Regex.IsMatch(text, argument.GetValue<string>(), RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)) ? [] : [$"{path}: not of the pattern"],
        "minLength" => text.Length >= argument.GetValue<int>() ? [] : [$"{path}: too short"],
        _ => text.Length <= argument.GetValue<int>() ? [] : [$"{path}: too long"],
    };

    private bool IsValid(JsonNode schema, JsonNode? value, string path) => !Validate(schema.AsObject(), value, path).Any();

    private static double? Number(JsonNode? value) => TypeOf(value) is "number" or "integer" ? double.Parse(value!.ToJsonString(), CultureInfo.InvariantCulture) : null;

    private static bool Is(string found, string wanted) => found == wanted || (found == "integer" && wanted == "number");

    private static string TypeOf(JsonNode? value) => value?.GetValueKind() switch
    {
        null or System.Text.Json.JsonValueKind.Null => "null",
        System.Text.Json.JsonValueKind.Object => "object",
        System.Text.Json.JsonValueKind.Array => "array",
        System.Text.Json.JsonValueKind.String => "string",
        System.Text.Json.JsonValueKind.Number => double.IsInteger(double.Parse(value.ToJsonString(), CultureInfo.InvariantCulture)) ? "integer" : "number",
        _ => "boolean",
    };
}
