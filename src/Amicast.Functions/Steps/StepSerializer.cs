using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Amazon.Lambda.Core;
using Amicast.Functions.Errors;

namespace Amicast.Functions.Steps;

/// <summary>Reads and writes steps' documents by a source-generated context: native functions have no reflection.</summary>
internal sealed class StepSerializer(JsonSerializerContext context) : ILambdaSerializer
{
    /// <exception cref="BadPayloadException">The payload is not JSON, or not a <typeparamref name="T"/>.</exception>
    public T Deserialize<T>(Stream requestStream)
    {
        try
        {
            return JsonSerializer.Deserialize(requestStream, TypeInfo<T>()) ?? throw new BadPayloadException($"The payload is null; a {typeof(T).Name} is needed.");
        }
        catch (JsonException error)
        {
            throw new BadPayloadException(Message<T>(error));
        }
    }

    public void Serialize<T>(T response, Stream responseStream) => JsonSerializer.Serialize(responseStream, response, TypeInfo<T>());

    // What the reader says of broken JSON quotes it; the message goes into the log, where no payload belongs.
    private static string Message<T>(JsonException error) => error.InnerException is JsonException
        ? $"The payload is not JSON, from line {error.LineNumber}, byte {error.BytePositionInLine}."
        : $"The payload is not a {typeof(T).Name}: {error.Message}";

    private JsonTypeInfo<T> TypeInfo<T>() =>
        context.GetTypeInfo(typeof(T)) as JsonTypeInfo<T> ?? throw new InvalidOperationException($"{typeof(T).Name} is missing from {context.GetType().Name}.");
}
