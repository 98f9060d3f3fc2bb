using System.Text.Json.Serialization;

namespace Amicast.Local.Invoke;

/// <summary>Lambda's error document.</summary>
internal sealed record InvokeError(string Type, string Message);

/// <summary>The document of a function that failed without one.</summary>
internal sealed record FunctionError(
    [property: JsonPropertyName("errorType")] string ErrorType,
    [property: JsonPropertyName("errorMessage"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? ErrorMessage = null);

[JsonSerializable(typeof(InvokeError))]
[JsonSerializable(typeof(FunctionError))]
internal sealed partial class InvokeJson : JsonSerializerContext;
