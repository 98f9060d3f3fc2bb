using System.Text.Json;
using Amicast.StatesLanguage.Data;

namespace Amicast.StatesLanguage.History;

/// <summary>Writes events as GetExecutionHistory answers them.</summary>
internal static class HistoryEventJson
{
    public static void Write(Utf8JsonWriter json, HistoryEvent entry, bool includeExecutionData)
    {
        json.WriteStartObject();
        json.WritePropertyName("timestamp");
        json.WriteRawValue(EpochSeconds.ToText(entry.Timestamp));
        json.WriteString("type", entry.Type);
        json.WriteNumber("id", entry.Id);
        json.WriteNumber("previousEventId", entry.PreviousEventId);
        if (entry.Details is { } details)
        {
            json.WriteStartObject(details.Field);
            WriteDetails(json, details, includeExecutionData);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void WriteDetails(Utf8JsonWriter json, HistoryEventDetails details, bool includeExecutionData)
    {
        WriteText(json, "name", details.Name);
        WriteNumber(json, "index", details.Index);
        WriteNumber(json, "length", details.Length);
        WriteText(json, "resourceType", details.ResourceType);
        WriteText(json, "resource", details.Resource);
        WriteText(json, "region", details.Region);
        WriteNumber(json, "timeoutInSeconds", details.TimeoutInSeconds);
        WriteNumber(json, "heartbeatInSeconds", details.HeartbeatInSeconds);
        WriteText(json, "mapRunArn", details.MapRunArn);
        WriteNumber(json, "redriveCount", details.RedriveCount);
        WriteText(json, "roleArn", details.RoleArn);
        WriteText(json, "error", details.Error);
        WriteText(json, "cause", details.Cause);
        if (includeExecutionData)
        {
            WriteText(json, "parameters", details.Parameters);
            WriteData(json, "input", details.InputData);
            WriteData(json, "output", details.OutputData);
        }
    }

    private static void WriteData(Utf8JsonWriter json, string name, Json? data)
    {
        if (data is null)
        {
            return;
        }

        json.WriteString(name, data.ToText());
        json.WriteStartObject(name + "Details");
        json.WriteBoolean("truncated", value: false);
        json.WriteEndObject();
    }

    private static void WriteText(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }

    private static void WriteNumber(Utf8JsonWriter json, string name, long? value)
    {
        if (value is { } number)
        {
            json.WriteNumber(name, number);
        }
    }
}
