using Amazon.Runtime;
using Amicast.Announcements;
using Amicast.Aws;
using Amicast.Functions.Http;
using Amicast.Functions.Steps;
using Amicast.Ledgers;
using Amicast.Local.Announcing;
using Amicast.Local.Gateway;
using Amicast.Local.Invoke;
using Amicast.Local.Scheduling;
using Amicast.Local.Serving;
using Amicast.Plans.Previews;
using Amicast.Reports;
using Amicast.Runs;
using Amicast.Simulator;
using Amicast.Simulator.Account;
using Amicast.Simulator.Faults;
using Amicast.StatesLanguage.Definition;
using Amicast.StatesLanguage.Execution;
using Amicast.StatesLanguage.Protocol;
using Amicast.Steps;
using Amicast.VirtualTime;

namespace Amicast.Local;

/// <summary>A cloud on one machine: the state machine on the embedded engine, its steps in process, and EC2 simulated or real.</summary>
/// <remarks>One-threaded: everything happens on the thread that runs <see cref="Clock"/>.</remarks>
public sealed class LocalCloud
{
    internal const string StateMachineName = "amicast";
    private const int MostLooks = 3;

    private static readonly string[] AccountServices = ["ec2", "kms", "ssm", "sts", "events"];
    private readonly LocalStepFunctions _stepFunctions;
    private readonly Func<HttpMessageHandler> _createInvokeHandler;
    private readonly Func<HttpMessageHandler> _createApiGateway;
    private readonly RunReporter _reporter;

    private LocalCloud(
        WorldClock clock,
        Chance chance,
        FunctionClients clients,
        Deployment deployment,
        SimulatedCloud? account,
        Func<ITaskInvoker, WorldClock, ITaskInvoker>? around = null,
        EndListener? endListener = null,
        Func<string, string>? edit = null)
    {
        (Clock, Account) = (clock, account);
        var steps = new StepTable(clients.Of, deployment, clock, () => new RunLedger(new StepFunctionsClient(InProcess()), StateMachineArn!));
        var table = new FunctionTable(steps, () => Announce(clients, endListener), () => new HttpApi(Runs!, new PlanPreviews(clients.Of(FunctionTable.HttpApi), deployment), clock));
        ITaskInvoker host = new FunctionHost(table, clock);
        var functions = around?.Invoke(host, clock) ?? host;
        _stepFunctions = new LocalStepFunctions(clock, chance.Fork("engine"), functions, FunctionArns.AccountId, FunctionArns.Region);
        _createInvokeHandler = () => new InvokeHandler(functions, table.Handlers, chance.Fork("invocations"));
        _createApiGateway = () => new ApiGateway(functions, clock, chance.Fork("api-requests"));
        var definition = FunctionArns.Substitute(EmbeddedDocument.Definition, steps.Handlers);
        StateMachineArn = _stepFunctions.CreateStateMachine(StateMachineName, StateMachineDefinition.Parse(edit?.Invoke(definition) ?? definition));
        Plans = new PlanPreviews(clients.OfCaller, deployment);
        var stepFunctions = new StepFunctionsClient(InProcess());
        Runs = new RunControl(stepFunctions, StateMachineArn);
        _reporter = new RunReporter(stepFunctions, new SummarizeStep(clients.Of(FunctionTable.Announce), clock));
        if (endListener is not null)
        {
            _stepFunctions.ObserveEnds(new StatusRule(clock, functions, StateMachineArn, endListener).Take);
        }
    }

    /// <summary>The world's clock.</summary>
    public WorldClock Clock { get; }

    /// <summary>What can be done with runs here.</summary>
    public RunControl Runs { get; }

    /// <summary>What runs would do here, without doing it.</summary>
    public PlanPreviews Plans { get; }

    /// <summary>The simulated account; none where EC2 is real.</summary>
    public SimulatedCloud? Account { get; }

    /// <summary>The state machine of <c>statemachine/distribution.asl.json</c>.</summary>
    public string StateMachineArn { get; }

    /// <summary>The engine that the executions run on.</summary>
    public LocalStepFunctions Engine => _stepFunctions;

    /// <summary>The account of <c>examples/account.json</c>, for a rehearsal without one's own.</summary>
    public static AccountDocument ExampleAccount => AccountDocument.Parse(EmbeddedDocument.Account);

    /// <summary>A cloud around a simulated account.</summary>
    /// <param name="clock">The world's clock, starting at the account's <see cref="AccountDocument.StartsAt"/>.</param>
    /// <param name="seed">Where chance starts: the same seed gives the same runs.</param>
    /// <param name="account">The account.</param>
    /// <param name="faults">The trouble to simulate.</param>
    /// <param name="deployment">What requests may ask for.</param>
    /// <param name="around">Stands around the functions, for a rehearsal of what goes wrong with them.</param>
    /// <param name="keepsCalls">Whether <see cref="Account"/> keeps every call in memory; not for a cloud that is served for days.</param>
    /// <param name="onCall">Is told every call to the account at the moment of its effect.</param>
    /// <param name="endListener">Who hears of the ends of executions; nobody: then they are not announced.</param>
    /// <param name="edit">Changes the definition, for a rehearsal of one that is broken.</param>
    /// <param name="roles">The roles that the functions call with; default: the account's root, who may do everything.</param>
    /// <param name="wire">Stands around the wire from the functions to the account, for a rehearsal of what goes wrong on it.</param>
    public static LocalCloud Simulated(
        WorldClock clock,
        long seed,
        AccountDocument account,
        FaultPlan faults,
        Deployment deployment,
        Func<ITaskInvoker, WorldClock, ITaskInvoker>? around = null,
        bool keepsCalls = true,
        Action<CallRecord>? onCall = null,
        EndListener? endListener = null,
        Func<string, string>? edit = null,
        FunctionRoles? roles = null,
        Func<HttpMessageHandler, HttpMessageHandler>? wire = null)
    {
        var chance = new Chance(seed);
        var cloud = new SimulatedCloud(clock, chance.Fork("account"), account, faults)
        {
            KeepsCalls = keepsCalls, OnCall = onCall, OnEventPut = endListener?.OnEvent, Authorizer = roles?.Authorizer,
        };
        var home = account.Regions.First(region => region.OptInStatus != "not-opted-in").Name;
        var handler = wire?.Invoke(cloud.CreateHandler()) ?? cloud.CreateHandler();
        var caller = new AwsConnection(new BasicAWSCredentials("AKIASIMULATED0000000", "simulated"), handler, home, new Uri("http://ec2.local"));
        return new LocalCloud(clock, chance, new FunctionClients(caller, clock, chance.Fork("client"), roles), deployment, cloud, around, endListener, edit);
    }

    /// <summary>The same engine and steps on real EC2, or on whatever <c>AWS_ENDPOINT_URL_EC2</c> names: nothing to deploy.</summary>
    /// <param name="clock">The world's clock, at the wall's time and pace.</param>
    /// <param name="seed">Where the jitter of retries starts.</param>
    /// <param name="credentials">Who calls.</param>
    /// <param name="homeRegion">The Region that is asked what Regions there are.</param>
    /// <param name="sockets">Carries the requests.</param>
    /// <param name="deployment">What requests may ask for.</param>
    public static LocalCloud OnAws(PacedClock clock, long seed, AWSCredentials credentials, string homeRegion, HttpMessageHandler sockets, Deployment deployment)
    {
        var chance = new Chance(seed);
        var connection = new AwsConnection(new OutsideCredentials(clock, credentials), new OutsideTransport(clock, sockets), homeRegion);
        return new LocalCloud(clock, chance, new FunctionClients(connection, clock, chance.Fork("client"), roles: null), deployment, account: null);
    }

    /// <summary>
    /// One endpoint for all that is here, by the service of a request's signature: <c>ec2</c>, <c>kms</c>, <c>ssm</c> and <c>sts</c> are the
    /// simulated account's, <c>states</c> is the embedded engine's, <c>lambda</c> the functions', <c>execute-api</c>, or a path below <c>/distributions</c> without a signature, the HTTP API's. <c>GET /</c> without a signature tells what this is. For the world's thread.
    /// </summary>
    public HttpMessageHandler CreateHandler()
    {
        var services = new Dictionary<string, HttpMessageHandler>();
        if (Account is not null)
        {
            var account = Account.CreateHandler();
            Array.ForEach(AccountServices, service => services.Add(service, account));
        }

        services.Add("states", new StepFunctionsHandler(_stepFunctions));
        services.Add("lambda", _createInvokeHandler());
        services.Add(HttpApiRequests.Service, _createApiGateway());
        return new CloudEndpoint(Clock, new AboutCloud(Clock, Account, [.. services.Keys], StateMachineArn), services);
    }

    /// <summary>The report of an execution that has ended: the one that it ended with, or one made of its history and of what carries the run's tags.</summary>
    /// <param name="execution">The execution's name.</param>
    /// <exception cref="Runs.StepFunctionsException"><c>ExecutionDoesNotExist</c>: there is no such execution.</exception>
    /// <exception cref="TimeoutException">The account answered to none of three looks within a minute each.</exception>
    public async Task<Report> ReportAsync(string execution)
    {
        var arn = $"{StateMachineArn.Replace(":stateMachine:", ":execution:", StringComparison.Ordinal)}:{execution}";
        for (var look = 1; ; look++)
        {
            try
            {
                // As Lambda ends Announce, which makes this report on AWS.
                return await _reporter.ReportAsync(arn, CancellationToken.None).WaitAsync(FunctionHost.Timeout, Clock);
            }
            catch (TimeoutException) when (look < MostLooks)
            {
                // The next one may be answered.
            }
        }
    }

    /// <summary>Begins to keep schedules here; nothing of them is there before. To be asked once.</summary>
    /// <param name="ended">Hears what has come of each delivery, on the world's thread; must not throw.</param>
    public LocalScheduler StartScheduler(Action<ScheduledStart>? ended = null) => new(Clock, _stepFunctions, $"{StateMachineName}-schedule", StateMachineArn, ended);

    private HttpClient InProcess() => new(new StepFunctionsHandler(_stepFunctions!)) { BaseAddress = new Uri("http://states.local"), Timeout = Timeout.InfiniteTimeSpan };

    /// <summary>The run id of a request that names none: a function of the account and the seed.</summary>
    public static string DefaultRun(AccountDocument account, long seed) => $"run-{new Chance(seed).Fork(account.AccountId).NextHex(8)}";

    // Not for real EC2: a rehearsal of the engine puts nothing on an account's bus. Whoever invokes Announce there by hand finds it so.
    private Announcer Announce(FunctionClients clients, EndListener? endListener) => endListener is null
        ? throw new InvalidOperationException("This cloud announces nothing.")
        : new Announcer(_reporter, new EventBridgeClient(ServiceHttp.Create(clients.ConnectionOf(FunctionTable.Announce), "events", "EVENTBRIDGE", _ => null)), endListener);
}
