using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Amicast.StatesLanguage.History;

namespace Amicast.StatesLanguage.Protocol;

/// <summary>Writes the JSON of answers.</summary>
internal static class ResponseJson
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    // A page of a history is hundreds of kilobytes: the buffer that it grows in is kept, one for each thread that answers.
    [ThreadStatic]
    private static ArrayBufferWriter<byte>? _buffer;

    public static byte[] Write(Action<Utf8JsonWriter> writeFields)
    {
        var buffer = _buffer ??= new ArrayBufferWriter<byte>();
        buffer.ResetWrittenCount();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            writeFields(json);
            json.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    public static void WriteDate(Utf8JsonWriter json, string name, DateTimeOffset? date)
    {
        if (date is { } time)
        {
            json.WritePropertyName(name);
            json.WriteRawValue(EpochSeconds.ToText(time));
        }
    }

    public static void WriteText(Utf8JsonWriter json, string name, string? text)
    {
        if (text is not null)
        {
            json.WriteString(name, text);
        }
    }

    /// <summary>An input or output with the field that says that it is there.</summary>
    public static void WriteData(Utf8JsonWriter json, string name, string? text)
    {
        if (text is not null)
        {
            json.WriteString(name, text);
            json.WriteStartObject(name + "Details");
            json.WriteBoolean("included", value: true);
            json.WriteEndObject();
        }
    }
}
