using System.Net.Http.Headers;
using Amicast.Runs;
using Amicast.Simulator.Faults;
using Amicast.Tests;
using Amicast.VirtualTime;

namespace Amicast.Local.Tests;

/// <summary>A local cloud whose Step Functions calls are counted, and take time where a test wants two of them under way at once.</summary>
internal sealed class Watched
{
    internal static readonly string Request = Repository.Read("examples/move-instance.json");
    private readonly Wire _wire;
    private readonly HttpClient _http;

    internal Watched(Func<string, string>? edit = null)
    {
        Cloud = LocalCloud.Simulated(Clock, 1, LocalCloud.ExampleAccount, FaultPlan.None, Deployment.Default, edit: edit);
        _wire = new Wire(Cloud.CreateHandler(), Clock);
        _http = new HttpClient(_wire) { BaseAddress = new Uri("http://states.local") };
        _http.DefaultRequestHeaders.TryAddWithoutValidation(
            "Authorization", "AWS4-HMAC-SHA256 Credential=AKIAANYKEY/20261122/us-east-1/states/aws4_request, SignedHeaders=host;x-amz-date, Signature=00");
        Runs = new RunControl(new StepFunctionsClient(_http), Cloud.StateMachineArn);
    }

    internal VirtualClock Clock { get; } = new(LocalCloud.ExampleAccount.StartsAt);

    internal LocalCloud Cloud { get; }

    internal RunControl Runs { get; }

    /// <summary>The calls since this was asked last.</summary>
    internal string TakeCalls()
    {
        var calls = string.Join(' ', _wire.Calls);
        _wire.Calls.Clear();
        return calls;
    }

    /// <summary>From now on a page of a history has so many events, and every call takes time.</summary>
    internal void ReadSlowly(int eventsPerPage) => _wire.EventsPerPage = eventsPerPage;

    /// <summary>What a person does in the console, with a run's first execution.</summary>
    internal async Task CallAsync(string action, string run)
    {
        using var message = new HttpRequestMessage(HttpMethod.Post, "/");
        message.Headers.Add("X-Amz-Target", $"AWSStepFunctions.{action}");
        var arn = Cloud.StateMachineArn.Replace(":stateMachine:", ":execution:", StringComparison.Ordinal);
        message.Content = new StringContent($$"""{ "executionArn": "{{arn}}:{{run}}" }""", new MediaTypeHeaderValue("application/x-amz-json-1.0"));
        using var answer = await _http.SendAsync(message);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }

    internal async Task<RunView> EndAsync(string run)
    {
        RunView view;
        while (!(view = await Runs.LookAsync(run)).HasEnded)
        {
            await Task.Delay(TimeSpan.FromMinutes(10), Clock);
        }

        return view;
    }

    private sealed class Wire(HttpMessageHandler inner, WorldClock clock) : DelegatingHandler(inner)
    {
        internal List<string> Calls { get; } = [];

        internal int? EventsPerPage { get; set; }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var action = request.Headers.GetValues("X-Amz-Target").Single().Split('.')[^1];
            Calls.Add(action);
            if (EventsPerPage is { } events)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(10), clock);
                var body = await request.Content!.ReadAsStringAsync(CancellationToken.None);
                request.Content = new StringContent(body.Replace("\"maxResults\":1000", $"\"maxResults\":{events}", StringComparison.Ordinal), request.Content.Headers.ContentType!);
            }

            return await base.SendAsync(request, cancellationToken);
        }
    }
}
