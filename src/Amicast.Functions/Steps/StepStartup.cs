using Amazon.Lambda.Core;
using Amicast.Announcements;
using Amicast.Aws;
using Amicast.Functions.Metrics;
using Amicast.Ledgers;
using Amicast.Metrics;
using Amicast.Runs;
using Amicast.Steps;

namespace Amicast.Functions.Steps;

/// <summary>Makes the handler of a function's process, from the settings of its deployment.</summary>
/// <param name="variable">Reads an environment variable.</param>
/// <param name="transport">Carries the calls to AWS.</param>
/// <param name="time">The clock.</param>
/// <param name="chance">Jitter of retries.</param>
/// <param name="output">Takes the metrics: the function's log.</param>
internal sealed class StepStartup(Func<string, string?> variable, HttpMessageHandler transport, TimeProvider time, Random chance, TextWriter output)
{
    /// <summary>The handler of a step.</summary>
    /// <exception cref="Errors.UnknownHandlerException">There is no such step.</exception>
    /// <exception cref="InvalidOperationException">The process is not told its Region.</exception>
    internal Func<Stream, ILambdaContext, Task<Stream>> Start(string? handler)
    {
        var region = variable("AWS_REGION")
            ?? throw new InvalidOperationException("AWS_REGION is not set: it names the Region whose EC2 is asked which Regions there are.");
        var connection = new AwsConnection(Credentials: null, transport, region);
        var clients = new AwsClients(connection, time, chance);
        var metrics = new MetricLines(output);
        var steps = new StepTable(clients, Deployment.FromEnvironment(variable), time, Ledger(connection));
        var table = new FunctionTable(steps, () => Announce(connection, clients, metrics));
        return new StepHandler(table.Find(handler), time, new ThrottleMetrics(clients.Throttled, metrics, time)).HandleAsync;
    }

    private Func<RunLedger>? Ledger(AwsConnection connection) => variable("AMICAST_STATE_MACHINE_ARN") is { Length: > 0 } stateMachineArn
        ? () => new RunLedger(new StepFunctionsClient(ServiceHttp.Create(connection, "states", "SFN", variable)), stateMachineArn)
        : null;

    private Announcer Announce(AwsConnection connection, AwsClients clients, IMetricLog metrics) => new(
        new RunReporter(new StepFunctionsClient(ServiceHttp.Create(connection, "states", "SFN", variable)), new SummarizeStep(clients, time)),
        new EventBridgeClient(ServiceHttp.Create(connection, "events", "EVENTBRIDGE", variable)),
        metrics);
}
