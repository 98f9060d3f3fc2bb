using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Amicast.Announcements;

/// <summary>The one EventBridge call that Amicast makes, typed, over a plain HTTP client: signed on AWS, in process on a laptop.</summary>
/// <param name="http">Its base address is the endpoint.</param>
/// <remarks>Source: https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutEvents.html.</remarks>
public sealed class EventBridgeClient(HttpClient http)
{
    /// <summary>Puts one event on the account's default bus.</summary>
    /// <returns>The event's id.</returns>
    /// <exception cref="EventBridgeException">EventBridge refused the call or the event.</exception>
    internal async Task<string> PutEventAsync(PutEventsEntry entry)
    {
        using var message = new HttpRequestMessage(HttpMethod.Post, "/");
        message.Headers.Add("X-Amz-Target", "AWSEvents.PutEvents");
        message.Content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(new PutEventsRequest([entry]), EventBridgeJson.Default.PutEventsRequest));
        message.Content.Headers.ContentType = new MediaTypeHeaderValue("application/x-amz-json-1.1");
        using var response = await http.SendAsync(message);
        var body = await response.Content.ReadAsByteArrayAsync();
        if (!response.IsSuccessStatusCode)
        {
            throw Refused($"Http{(int)response.StatusCode}", body);
        }

        var put = JsonSerializer.Deserialize(body, EventBridgeJson.Default.PutEventsResponse)!.Entries[0];
        return put.EventId ?? throw new EventBridgeException(put.ErrorCode ?? "Unknown", put.ErrorMessage ?? "no message");
    }

    private static EventBridgeException Refused(string status, byte[] body)
    {
        try
        {
            var error = JsonSerializer.Deserialize(body, EventBridgeJson.Default.EventBridgeError);
            return new EventBridgeException(error?.Type?.Split('#')[^1] ?? status, error?.Message ?? "no message");
        }
        catch (JsonException)
        {
            return new EventBridgeException(status, "an answer that is not EventBridge's");
        }
    }
}

/// <summary>EventBridge refused an event.</summary>
/// <param name="code">AWS's error code, e.g. <c>AccessDeniedException</c>.</param>
/// <param name="message">AWS's words.</param>
public sealed class EventBridgeException(string code, string message) : Exception($"PutEvents: {code}: {message}")
{
    /// <summary>AWS's error code.</summary>
    public string Code { get; } = code;
}

internal sealed record PutEventsRequest(IReadOnlyList<PutEventsEntry> Entries);

internal sealed record PutEventsEntry(
    string Source,
    string DetailType,
    string Detail,
    IReadOnlyList<string> Resources,
    [property: JsonConverter(typeof(Runs.EpochSeconds))] DateTimeOffset Time);

internal sealed record PutEventsResponse(int FailedEntryCount, IReadOnlyList<PutEventsResult> Entries);

internal sealed record PutEventsResult(string? EventId, string? ErrorCode, string? ErrorMessage);

internal sealed record EventBridgeError([property: JsonPropertyName("__type")] string? Type, [property: JsonPropertyName("message")] string? Message);

/// <summary>The JSON 1.1 protocol's shapes; EventBridge writes members with capitals.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(PutEventsRequest))]
[JsonSerializable(typeof(PutEventsResponse))]
[JsonSerializable(typeof(EventBridgeError))]
internal sealed partial class EventBridgeJson : JsonSerializerContext;
