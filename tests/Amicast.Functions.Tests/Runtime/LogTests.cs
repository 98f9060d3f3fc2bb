using Amazon.Lambda.Core;
using Amicast.Errors;
using Amicast.Functions.Runtime.Logging;
using Amicast.VirtualTime;

namespace Amicast.Functions.Tests.Runtime;

public sealed class LogTests
{
    private readonly VirtualClock _clock = new(new DateTimeOffset(2026, 11, 22, 2, 0, 0, TimeSpan.Zero));
    private readonly StringWriter _written = new();

    [Fact]
    public void Log_writes_a_JSON_line_with_the_messages_names_as_members()
    {
        Logger(LogFormat.Json).LogInformation("{step} of run {run} took {milliseconds} ms", "Plan", "web-1", 12);

        Assert.Equal(
            """{"timestamp":"2026-11-22T02:00:00.000Z","level":"INFO","requestId":"r1","traceId":"Root=1","message":"Plan of run web-1 took 12 ms","step":"Plan","run":"web-1","milliseconds":12}""" + "\n",
            _written.ToString());
    }

    [Fact]
    public void Log_writes_an_exception_into_the_same_JSON_line()
    {
        Logger(LogFormat.Json).LogWarning(new NameTakenException("taken"), "failed");

        Assert.Equal(
            """{"timestamp":"2026-11-22T02:00:00.000Z","level":"WARN","requestId":"r1","traceId":"Root=1","message":"failed","errorType":"NameTaken","errorMessage":"taken","stackTrace":["Amicast.Errors.NameTakenException: taken"]}""" + "\n",
            _written.ToString());
    }

    [Fact]
    public void Log_keeps_an_event_on_one_line_of_text_when_it_has_several()
    {
        Logger(LogFormat.Text).LogError(new NameTakenException("taken"), "first\nsecond");

        Assert.Equal("2026-11-22T02:00:00.000Z\tr1\tERROR\tfirst\rsecond\rAmicast.Errors.NameTakenException: taken\n", _written.ToString());
    }

    [Fact]
    public void Log_leaves_out_what_is_below_its_level()
    {
        var logger = Logger(LogFormat.Text, LogLevel.Warning);

        logger.LogTrace("a");
        logger.LogDebug("b");
        logger.LogInformation("c");
        logger.LogLine("d");
        logger.LogWarning("e");
        logger.LogCritical("f");

        Assert.Equal("2026-11-22T02:00:00.000Z\tr1\tWARN\te\n2026-11-22T02:00:00.000Z\tr1\tFATAL\tf\n", _written.ToString());
    }

    [Theory]
    [InlineData("no names", "no names")]
    [InlineData("{one} and {two}", "1 and {two}")]
    [InlineData("an open { brace", "an open { brace")]
    public void Log_leaves_a_message_as_it_is_where_it_has_no_argument_for_a_name(string template, string expected) =>
        Assert.Equal(expected, LogTemplate.Fill(template, [1]).Text);

    [Theory]
    [InlineData("trace", LogLevel.Trace)]
    [InlineData("DEBUG", LogLevel.Debug)]
    [InlineData("INFO", LogLevel.Information)]
    [InlineData("Information", LogLevel.Information)]
    [InlineData("WARN", LogLevel.Warning)]
    [InlineData("Error", LogLevel.Error)]
    [InlineData("FATAL", LogLevel.Critical)]
    [InlineData("loud", LogLevel.Information)]
    [InlineData(null, LogLevel.Information)]
    public void Log_level_is_read_by_Lambdas_names_and_by_NETs(string? name, LogLevel expected) => Assert.Equal(expected, LogLevels.Read(name));

    private ILambdaLogger Logger(LogFormat format, LogLevel least = LogLevel.Trace) =>
        new LambdaLogger(new LogOutput(_written, format, least, _clock), "r1", "Root=1");
}
