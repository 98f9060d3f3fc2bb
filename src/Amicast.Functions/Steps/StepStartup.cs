using Amazon.Lambda.Core;
using Amicast.Announcements;
using Amicast.Aws;
using Amicast.Functions.Http;
using Amicast.Functions.Metrics;
using Amicast.Ledgers;
using Amicast.Metrics;
using Amicast.Plans.Previews;
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
    private const string StateMachineArn = "AMICAST_STATE_MACHINE_ARN";

    /// <summary>The handler of a step.</summary>
    /// <exception cref="Errors.UnknownHandlerException">There is no such step.</exception>
    /// <exception cref="Amicast.Errors.InvalidSettingException">A variable of the deployment has a value that it cannot have.</exception>
    /// <exception cref="InvalidOperationException">The process is not told its Region.</exception>
    internal Func<Stream, ILambdaContext, Task<Stream>> Start(string? handler)
    {
        var region = variable("AWS_REGION")
            ?? throw new InvalidOperationException("AWS_REGION is not set: it names the Region whose EC2 is asked which Regions there are.");
        var connection = new AwsConnection(Credentials: null, transport, region);
        var clients = new AwsClients(connection, time, chance);
        var clock = new InvocationClock(time);
        var metrics = new MetricLines(output);
        var deployment = Deployment.FromEnvironment(variable);
        var steps = new StepTable(_ => clients, deployment, clock, Ledger(connection));
        var table = new FunctionTable(steps, () => Announce(connection, clients, metrics, clock), () => Api(connection, new PlanPreviews(clients, deployment), clock));
        return new StepHandler(table.Find(handler), time, clock, new ThrottleMetrics(clients.Throttled, metrics, time)).HandleAsync;
    }

    private Func<RunLedger>? Ledger(AwsConnection connection) =>
        variable(StateMachineArn) is { Length: > 0 } stateMachineArn ? () => new RunLedger(StepFunctions(connection), stateMachineArn) : null;

    private Announcer Announce(AwsConnection connection, AwsClients clients, IMetricLog metrics, InvocationClock clock) => new(
        new RunReporter(StepFunctions(connection), new SummarizeStep(clients, clock)),
        new EventBridgeClient(ServiceHttp.Create(connection, "events", "EVENTBRIDGE", variable)),
        metrics);

    private HttpApi Api(AwsConnection connection, PlanPreviews plans, InvocationClock clock)
    {
        var stateMachineArn = variable(StateMachineArn) ?? throw new InvalidOperationException($"{StateMachineArn} is not set: it names the state machine that carries runs out.");
        return new HttpApi(new RunControl(StepFunctions(connection), stateMachineArn), plans, clock);
    }

    private StepFunctionsClient StepFunctions(AwsConnection connection) => new(ServiceHttp.Create(connection, "states", "SFN", variable));
}
