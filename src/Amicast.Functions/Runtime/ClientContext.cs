using System.Text.Json;
using System.Text.Json.Serialization;
using Amazon.Lambda.Core;

namespace Amicast.Functions.Runtime;

/// <summary>What the caller said beside the payload: Invoke's <c>ClientContext</c>, <c>{"client":{…},"custom":{…},"env":{…}}</c>.</summary>
internal sealed record ClientContext : IClientContext
{
    [JsonPropertyName("env")]
    public IDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    [JsonPropertyName("client")]
    [JsonConverter(typeof(ClientApplicationConverter))]
    public IClientApplication Client { get; init; } = new ClientApplication();

    [JsonPropertyName("custom")]
    public IDictionary<string, string> Custom { get; init; } = new Dictionary<string, string>();

    /// <summary>Reads the Runtime API's header; one that is not such a document is taken for none, since it is the caller's and not this program's.</summary>
    internal static IClientContext? Read(string? header)
    {
        try
        {
            return header is null ? null : JsonSerializer.Deserialize(header, ClientContextJson.Default.ClientContext);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <summary>The application that calls.</summary>
internal sealed record ClientApplication : IClientApplication
{
    [JsonPropertyName("app_package_name")]
    public string AppPackageName { get; init; } = "";

    [JsonPropertyName("app_title")]
    public string AppTitle { get; init; } = "";

    [JsonPropertyName("app_version_code")]
    public string AppVersionCode { get; init; } = "";

    [JsonPropertyName("app_version_name")]
    public string AppVersionName { get; init; } = "";

    [JsonPropertyName("installation_id")]
    public string InstallationId { get; init; } = "";
}

/// <summary>Reads the one class that there is of the interface.</summary>
internal sealed class ClientApplicationConverter : JsonConverter<IClientApplication>
{
    public override IClientApplication? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        JsonSerializer.Deserialize(ref reader, ClientContextJson.Default.ClientApplication);

    public override void Write(Utf8JsonWriter writer, IClientApplication value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, (ClientApplication)value, ClientContextJson.Default.ClientApplication);
}

[JsonSerializable(typeof(ClientContext))]
[JsonSerializable(typeof(ClientApplication))]
internal sealed partial class ClientContextJson : JsonSerializerContext;
