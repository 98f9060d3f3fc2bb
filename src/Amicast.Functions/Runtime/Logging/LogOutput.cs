using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Amazon.Lambda.Core;
using Amicast.Functions.Errors;

namespace Amicast.Functions.Runtime.Logging;

/// <summary>Writes log records, a line each, to what Lambda carries to CloudWatch Logs: standard output.</summary>
/// <param name="writer">Where to; a line is one write, so that parallel invocations do not mix within a line.</param>
/// <param name="format">JSON or text.</param>
/// <param name="least">Records below this level are left out.</param>
/// <param name="time">The clock of the timestamps.</param>
internal sealed class LogOutput(TextWriter writer, LogFormat format, LogLevel least, TimeProvider time)
{
    private const string TimestampFormat = "yyyy-MM-ddTHH:mm:ss.fffZ";

    internal DateTimeOffset Now => time.GetUtcNow();

    internal bool Takes(LogLevel level) => level >= least;

    internal void Write(LogRecord record) => writer.WriteLine(format == LogFormat.Text ? ToText(record) : ToJson(record));

    // Lambda takes every line feed of standard output for the end of an event; carriage returns keep an event together.
    private static string ToText(LogRecord record)
    {
        var line = $"{record.Timestamp.UtcDateTime.ToString(TimestampFormat)}\t{record.RequestId}\t{LogLevels.NameOf(record.Level)}\t{record.Message}";
        return (record.Exception is { } exception ? $"{line}\n{exception}" : line).ReplaceLineEndings("\r");
    }

    private static string ToJson(LogRecord record)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("timestamp", record.Timestamp.UtcDateTime.ToString(TimestampFormat));
            json.WriteString("level", LogLevels.NameOf(record.Level));
            WriteKnown(json, "requestId", record.RequestId);
            WriteKnown(json, "traceId", record.TraceId);
            json.WriteString("message", record.Message);
            foreach (var (name, value) in record.Fields)
            {
                WriteField(json, name, value);
            }

            if (record.Exception is { } exception)
            {
                WriteException(json, exception);
            }

            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    // As .NET on Lambda does: numbers and truth values as such, what is not there not at all.
    private static void WriteField(Utf8JsonWriter json, string name, object? value)
    {
        switch (value)
        {
            case null:
                break;
            case bool truth:
                json.WriteBoolean(name, truth);
                break;
            case int or long:
                json.WriteNumber(name, Convert.ToInt64(value, CultureInfo.InvariantCulture));
                break;
            case double number:
                json.WriteNumber(name, number);
                break;
            default:
                json.WriteString(name, Convert.ToString(value, CultureInfo.InvariantCulture));
                break;
        }
    }

    private static void WriteKnown(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }

    private static void WriteException(Utf8JsonWriter json, Exception exception)
    {
        json.WriteString("errorType", ErrorBody.NameOf(exception));
        json.WriteString("errorMessage", exception.Message);
        json.WriteStartArray("stackTrace");
        foreach (var line in exception.ToString().Split('\n'))
        {
            json.WriteStringValue(line.Trim());
        }

        json.WriteEndArray();
    }
}
