using Amazon.Runtime;
using Amicast.Aws;
using Amicast.Functions.Steps;
using Amicast.Local.Invoke;
using Amicast.Local.Serving;
using Amicast.Plans.Previews;
using Amicast.Runs;
using Amicast.Simulator;
using Amicast.Simulator.Account;
using Amicast.Simulator.Faults;
using Amicast.StatesLanguage.Definition;
using Amicast.StatesLanguage.Execution;
using Amicast.StatesLanguage.Protocol;
using Amicast.VirtualTime;

namespace Amicast.Local;

/// <summary>A cloud on one machine: the state machine on the embedded engine, its steps in process, and EC2 simulated or real.</summary>
/// <remarks>One-threaded: everything happens on the thread that runs <see cref="Clock"/>.</remarks>
public sealed class LocalCloud
{
    private const string StateMachineName = "amicast";

    private static readonly string[] AccountServices = ["ec2", "kms", "ssm", "sts"];
    private readonly LocalStepFunctions _stepFunctions;
    private readonly Func<HttpMessageHandler> _createInvokeHandler;

    private LocalCloud(
        WorldClock clock, Chance chance, AwsClients aws, Deployment deployment, SimulatedCloud? account, Func<ITaskInvoker, WorldClock, ITaskInvoker>? around,
        Func<string, AwsClients>? awsOf = null)
    {
        (Clock, Account) = (clock, account);
        var steps = new StepTable(awsOf ?? (_ => aws), deployment, clock);
        ITaskInvoker host = new FunctionHost(steps, clock);
        var functions = around?.Invoke(host, clock) ?? host;
        _stepFunctions = new LocalStepFunctions(clock, chance.Fork("engine"), functions, FunctionArns.AccountId, FunctionArns.Region);
        _createInvokeHandler = () => new InvokeHandler(functions, steps.Handlers, chance.Fork("invocations"));
        var definition = StateMachineDefinition.Parse(FunctionArns.Substitute(EmbeddedDocument.Definition, steps.Handlers));
        StateMachineArn = _stepFunctions.CreateStateMachine(StateMachineName, definition);
        var http = new HttpClient(new StepFunctionsHandler(_stepFunctions)) { BaseAddress = new Uri("http://states.local"), Timeout = Timeout.InfiniteTimeSpan };
        Plans = new PlanPreviews(aws, deployment);
        Runs = new RunControl(new StepFunctionsClient(http), StateMachineArn);
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
    /// <param name="roles">The roles that the functions call with; default: the account's root, who may do everything.</param>
    public static LocalCloud Simulated(
        WorldClock clock,
        long seed,
        AccountDocument account,
        FaultPlan faults,
        Deployment deployment,
        Func<ITaskInvoker, WorldClock, ITaskInvoker>? around = null,
        bool keepsCalls = true,
        Action<CallRecord>? onCall = null,
        FunctionRoles? roles = null)
    {
        var chance = new Chance(seed);
        var cloud = new SimulatedCloud(clock, chance.Fork("account"), account, faults) { KeepsCalls = keepsCalls, OnCall = onCall, Authorizer = roles?.Authorizer };
        var home = account.Regions.First(region => region.OptInStatus != "not-opted-in").Name;
        var (wire, jitter) = (cloud.CreateHandler(), chance.Fork("client"));
        AwsClients Clients(string accessKey) => new(new AwsConnection(new BasicAWSCredentials(accessKey, "simulated"), wire, home, new Uri("http://ec2.local")), clock, jitter);
        Func<string, AwsClients>? awsOf = roles is null ? null : handler => Clients(roles.AccessKeyOf(handler));
        return new LocalCloud(clock, chance, Clients("AKIASIMULATED0000000"), deployment, cloud, around, awsOf);
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
        return new LocalCloud(clock, chance, new AwsClients(connection, clock, chance.Fork("client")), deployment, account: null, around: null);
    }

    /// <summary>
    /// One endpoint for all that is here, by the service of a request's signature: <c>ec2</c>, <c>kms</c>, <c>ssm</c> and <c>sts</c> are the
    /// simulated account's, <c>states</c> is the embedded engine's, <c>lambda</c> the functions'. <c>GET /</c> without a signature tells what this is. For the world's thread.
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
        return new CloudEndpoint(Clock, new AboutCloud(Clock, Account, [.. services.Keys], StateMachineArn), services);
    }

    /// <summary>The run id of a request that names none: a function of the account and the seed.</summary>
    public static string DefaultRun(AccountDocument account, long seed) => $"run-{new Chance(seed).Fork(account.AccountId).NextHex(8)}";
}
