using System.Text.Json.Nodes;
using Amicast.Tests;
using Amicast.WorkflowTests.Schema;

namespace Amicast.Local.Tests.Http;

/// <summary><c>docs/openapi.json</c>, as far as tests ask it.</summary>
internal sealed class OpenApiDocument
{
    private const string Schemas = "#/components/schemas/";
    private readonly JsonObject _root = JsonNode.Parse(Repository.Read("docs/openapi.json"))!.AsObject();

    /// <summary>Every operation: <c>GET /distributions/{run}</c>.</summary>
    internal IEnumerable<string> Operations => Paths.SelectMany(path => path.Value!.AsObject()
        .Where(member => member.Key is not "parameters")
        .Select(method => $"{method.Key.ToUpperInvariant()} {path.Key}"));

    /// <summary>Every status of every operation: <c>GET /distributions/{run} 404</c>.</summary>
    internal IEnumerable<string> Statuses => Operations.SelectMany(operation => ResponsesOf(operation).Select(response => $"{operation} {response.Key}"));

    private JsonObject Paths => _root["paths"]!.AsObject();

    /// <summary>The operation that a call was of; null for what is none.</summary>
    internal string? OperationOf(ApiCall call)
    {
        var segments = call.Path.Split('?')[0].Split('/');
        var path = Paths.Select(one => one.Key).FirstOrDefault(path => path.Split('/') is var pattern
            && pattern.Length == segments.Length && pattern.Zip(segments).All(pair => pair.First == pair.Second || (pair.First == "{run}" && call is not { Method: "POST", Path: "/distributions/plan" })));
        return path is not null && Operations.Contains($"{call.Method} {path}") ? $"{call.Method} {path}" : null;
    }

    /// <summary>What is wrong with an answer, as the document has it: its content type, its headers, its body.</summary>
    internal IEnumerable<string> Check(string operation, ApiAnswer answer)
    {
        if (ResponsesOf(operation)[$"{answer.Status}"] is not { } found)
        {
            return [$"{operation} does not answer {answer.Status}"];
        }

        var response = Resolve(found);
        var (type, content) = response["content"]!.AsObject().Single();
        var headers = (response["headers"]?.AsObject() ?? []).Select(header => header.Key).Append("Content-Type").Append("Cache-Control");
        var schema = new JsonObject { ["$ref"] = content!["schema"]!["$ref"]!.GetValue<string>().Replace(Schemas, "#/$defs/", StringComparison.Ordinal), ["$defs"] = Definitions() };
        return new JsonSchemaCheck(schema).Validate(JsonNode.Parse(answer.Body))
            .Concat(answer.Headers.Contains($"Content-Type: {type}") ? [] : [$"not {type}"])
            .Concat(headers.Order(StringComparer.Ordinal).SequenceEqual(answer.Headers.Select(header => header.Split(':')[0])) ? [] : ["other headers"]);
    }

    private JsonObject ResponsesOf(string operation) => operation.Split(' ') is [var method, var path] ? Paths[path]![method.ToLowerInvariant()]!["responses"]!.AsObject() : [];

    private JsonNode Resolve(JsonNode response) =>
        response["$ref"]?.GetValue<string>() is { } reference ? _root["components"]!["responses"]![reference[(reference.LastIndexOf('/') + 1)..]]! : response;

    private JsonObject Definitions() => JsonNode.Parse(_root["components"]!["schemas"]!.ToJsonString().Replace(Schemas, "#/$defs/", StringComparison.Ordinal))!.AsObject();
}
