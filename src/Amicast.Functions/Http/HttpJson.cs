using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Amicast.Functions.Http.Answers;
using Amicast.Functions.Http.Gateway;
using Amicast.Functions.Http.Refusals;

namespace Amicast.Functions.Http;

/// <summary>The JSON of the API's own documents, and of the events that carry them.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(GatewayEvent))]
[JsonSerializable(typeof(GatewayAnswer))]
[JsonSerializable(typeof(ProblemDocument))]
[JsonSerializable(typeof(StartedRun))]
[JsonSerializable(typeof(DistributionState))]
[JsonSerializable(typeof(RunList))]
internal sealed partial class HttpJson : JsonSerializerContext;

/// <summary>How the API's documents are written.</summary>
internal static class HttpDocuments
{
    /// <summary>Escapes what JSON asks for and no more: an answer travels as a text inside an answer, and nothing puts it into a page.</summary>
    internal static HttpJson Json { get; } = new(new JsonSerializerOptions(HttpJson.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
