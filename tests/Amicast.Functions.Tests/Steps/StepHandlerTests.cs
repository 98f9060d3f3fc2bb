using Amazon.Lambda.Core;
using Amicast.Errors;
using Amicast.Functions.Runtime;
using Amicast.Functions.Runtime.Logging;
using Amicast.Functions.Steps;
using Amicast.VirtualTime;

namespace Amicast.Functions.Tests.Steps;

public sealed class StepHandlerTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 22, 2, 0, 0, TimeSpan.Zero);
    private readonly VirtualClock _clock = new(Start);
    private readonly StringWriter _log = new();

    [Fact]
    public void Handler_logs_how_long_a_step_took_and_what_it_was_about_and_nothing_of_its_payload()
    {
        Handle(async _ =>
        {
            await Task.Delay(TimeSpan.FromMilliseconds(250), _clock);
            return new MemoryStream("secret answer"u8.ToArray());
        });

        Assert.Equal("2026-11-22T02:00:00.250Z\tr1\tINFO\tCopyImage of run web-1 in eu-central-1 took 250 ms\n", _log.ToString());
    }

    [Fact]
    public void Handler_logs_a_named_error_as_a_warning_and_hands_it_on()
    {
        var thrown = new NameTakenException("taken");

        Assert.Same(thrown, Assert.Throws<NameTakenException>(() => Handle(_ => throw thrown)));

        Assert.StartsWith("2026-11-22T02:00:00.000Z\tr1\tWARN\tCopyImage of run web-1 in eu-central-1 failed with NameTaken\r", _log.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Handler_logs_a_defect_as_an_error_and_hands_it_on()
    {
        Assert.Throws<InvalidOperationException>(() => Handle(_ => throw new InvalidOperationException("broken")));

        Assert.StartsWith(
            "2026-11-22T02:00:00.000Z\tr1\tERROR\tCopyImage of run web-1 in eu-central-1 failed with InvalidOperationException\r", _log.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Handler_stops_the_step_half_a_second_before_Lambda_would_and_says_that_the_call_may_have_gone_through()
    {
        var error = Assert.Throws<ServiceUnavailableException>(() => Handle(NeverAsync, deadline: Start.AddSeconds(60)));

        Assert.Equal("The function's time was over before AWS answered. The call may have gone through. If this happens often, give the function a longer Timeout.", error.Message);
        Assert.Equal(TimeSpan.FromSeconds(59.5), _clock.Elapsed);
    }

    [Fact]
    public void Handler_knows_its_own_stop_when_the_SDK_has_wrapped_it()
    {
        Assert.Throws<ServiceUnavailableException>(() => Handle(
            async cancellation =>
            {
                try
                {
                    return await NeverAsync(cancellation);
                }
                catch (OperationCanceledException canceled)
                {
                    throw new Amazon.Runtime.AmazonClientException("canceled", canceled);
                }
            },
            deadline: Start.AddSeconds(10)));

        Assert.Equal(TimeSpan.FromSeconds(9.5), _clock.Elapsed);
    }

    [Fact]
    public void Handler_stops_the_step_at_once_when_no_time_is_left()
    {
        Assert.Throws<ServiceUnavailableException>(() => Handle(NeverAsync, deadline: Start.AddMilliseconds(400)));

        Assert.Equal(TimeSpan.Zero, _clock.Elapsed);
    }

    [Fact]
    public void Handler_gives_a_step_without_a_deadline_the_longest_time_that_Lambda_has()
    {
        Assert.Throws<ServiceUnavailableException>(() => Handle(NeverAsync));

        Assert.Equal(TimeSpan.FromMinutes(15), _clock.Elapsed);
    }

    private static async Task<Stream> NeverAsync(CancellationToken cancellation)
    {
        var never = new TaskCompletionSource<Stream>();
        await using var stopped = cancellation.Register(() => never.TrySetCanceled(cancellation));
        return await never.Task;
    }

    [Theory]
    [InlineData(null, "2026-11-22T02:00:00")]
    [InlineData("""{"custom":{"amicast:now":"2030-01-01T12:00:00Z"}}""", "2030-01-01T12:00:00")]
    [InlineData("""{"custom":{"amicast:now":"noon"}}""", "2026-11-22T02:00:00")]
    [InlineData("not json", "2026-11-22T02:00:00")]
    public void Handlers_step_goes_by_the_machines_clock_unless_the_caller_says_the_time(string? clientContext, string expected)
    {
        var clock = new InvocationClock(_clock);

        Handle(async _ =>
        {
            await Task.Delay(TimeSpan.FromSeconds(1), clock);
            return Stream.Null;
        }, clock: clock, clientContext: clientContext);

        Assert.Equal(DateTimeOffset.Parse(expected + "Z", System.Globalization.CultureInfo.InvariantCulture).AddSeconds(1), clock.GetUtcNow());
    }

    private void Handle(Func<CancellationToken, Task<Stream>> step, DateTimeOffset? deadline = null, InvocationClock? clock = null, string? clientContext = null)
    {
        var invocation = new Invocation("r1", deadline ?? DateTimeOffset.MaxValue, "arn", null, clientContext, Stream.Null);
        var environment = LambdaEnvironment.Read(_ => "");
        var context = new LambdaContext(invocation, environment, new LambdaLogger(new LogOutput(_log, LogFormat.Text, LogLevel.Trace, _clock), "r1"), _clock);
        _clock.Run(() => new StepHandler(new Row(step), _clock, clock ?? new InvocationClock(_clock)).HandleAsync(invocation.Payload, context));
    }

    private sealed class Row(Func<CancellationToken, Task<Stream>> step) : StepRow("CopyImage")
    {
        internal override Task<Stream> InvokeAsync(Stream payload, Action<StepScope> known, CancellationToken cancellation)
        {
            known(new StepScope("web-1", "eu-central-1"));
            return step(cancellation);
        }
    }
}
