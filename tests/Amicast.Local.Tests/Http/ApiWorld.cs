using Amazon.Runtime;
using Amicast.Aws;
using Amicast.Functions.Http;
using Amicast.Functions.Steps;
using Amicast.Local.Gateway;
using Amicast.Plans.Previews;
using Amicast.Runs;
using Amicast.Simulator.Faults;
using Amicast.VirtualTime;

namespace Amicast.Local.Tests.Http;

/// <summary>The API on a local cloud, on virtual time.</summary>
internal sealed class ApiWorld : IDisposable
{
    private readonly VirtualClock _clock;
    private readonly HttpMessageInvoker _http;

    /// <summary>A cloud whose API finds AWS as it should be.</summary>
    internal ApiWorld(long seed = 1)
    {
        _clock = new VirtualClock(LocalCloud.ExampleAccount.StartsAt);
        Cloud = LocalCloud.Simulated(_clock, seed, LocalCloud.ExampleAccount, FaultPlan.None, Deployment.Default);
        _http = new HttpMessageInvoker(Cloud.CreateHandler());
    }

    /// <summary>A cloud whose API finds <paramref name="aws"/> in AWS's place.</summary>
    internal ApiWorld(HttpMessageHandler aws) : this()
    {
        var clients = new AwsClients(new AwsConnection(new BasicAWSCredentials("AKIAANYKEY", "any"), aws, "us-east-1", new Uri("http://ec2.local")), _clock, new Chance(1));
        var states = new StepFunctionsClient(new HttpClient(aws) { BaseAddress = new Uri("http://states.local"), Timeout = Timeout.InfiniteTimeSpan });
        var table = new FunctionTable(
            new StepTable(clients, Deployment.Default, _clock),
            () => throw new InvalidOperationException("Nothing ends here."),
            () => new HttpApi(new RunControl(states, Cloud.StateMachineArn), new PlanPreviews(clients, Deployment.Default), _clock));
        _http = new HttpMessageInvoker(new ApiGateway(new FunctionHost(table, _clock), _clock, new Chance(1)));
    }

    internal LocalCloud Cloud { get; }

    internal ApiAnswer Send(ApiCall call) => _clock.Run(() => SendAsync(call));

    /// <summary>Sends several at the same moment.</summary>
    internal IReadOnlyList<ApiAnswer> SendAll(IEnumerable<ApiCall> calls) => _clock.Run(() => Task.WhenAll(calls.Select(SendAsync)));

    /// <summary>Lets time go on.</summary>
    internal void Wait(TimeSpan time) => _clock.Run(() => Task.Delay(time, _clock));

    public void Dispose() => _http.Dispose();

    private async Task<ApiAnswer> SendAsync(ApiCall call)
    {
        using var request = call.ToRequest();
        using var response = await _http.SendAsync(request, CancellationToken.None);
        return await ApiAnswer.ReadAsync(call, response);
    }
}
