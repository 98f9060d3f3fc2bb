using Amazon.Runtime;
using Amazon.Runtime.Credentials;
using Amicast.Aws;
using Amicast.Cli.Commands;
using Amicast.Requests;
using Amicast.Runs;

namespace Amicast.Cli.Deployed;

/// <summary>A deployed stack, or <c>amicast serve</c>, with its runs.</summary>
internal sealed class Stack : IDisposable
{
    private const string LocalRegion = "us-east-1";
    private readonly HttpClient _http;
    private readonly SocketsHttpHandler _sockets;

    private Stack(HttpClient http, SocketsHttpHandler sockets, bool isLocal, string stateMachineArn)
    {
        (_http, _sockets, IsLocal) = (http, sockets, isLocal);
        Runs = new RunControl(new StepFunctionsClient(http), stateMachineArn);
    }

    internal RunControl Runs { get; }

    /// <summary>Whether it is on this machine, where the clock of the runs is not the wall's.</summary>
    internal bool IsLocal { get; }

    /// <summary>Finds the stack's state machine.</summary>
    /// <exception cref="BadOptionException">There is none, or an option or variable cannot be used.</exception>
    /// <exception cref="StepFunctionsException">Step Functions refused to list them.</exception>
    /// <exception cref="HttpRequestException">The endpoint does not answer.</exception>
    internal static async Task<Stack> OpenAsync(StackOptions options, Terminal terminal)
    {
        var endpoint = options.Endpoint ?? EndpointIn(terminal, "AWS_ENDPOINT_URL_SFN") ?? EndpointIn(terminal, "AWS_ENDPOINT_URL");
        var isLocal = endpoint is { IsLoopback: true };
        var sockets = new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false };
        var http = ServiceHttp.Create(new AwsConnection(Credentials(isLocal), sockets, Region(options, isLocal), endpoint), "states", "SFN", terminal.Variable);
        var stack = options.StateMachine ?? await FindAsync(new StepFunctionsClient(http), options.Stack);
        return new Stack(http, sockets, isLocal, stack);
    }

    public void Dispose()
    {
        _http.Dispose();
        _sockets.Dispose();
    }

    private static async Task<string> FindAsync(StepFunctionsClient stepFunctions, string name)
    {
        var known = await stepFunctions.StateMachinesAsync();
        return known.TryGetValue(name, out var arn)
            ? arn
            : throw new BadOptionException($"There is no state machine '{name}' here{(Nearest.To(name, known.Keys) is { } near ? $"; did you mean '{near}'?" : ".")} Give --stack its name, and check Region and credentials.");
    }

    private static string Region(StackOptions options, bool isLocal) =>
        options.StateMachine?.Split(':')[3]
        ?? FallbackRegionFactory.GetRegionEndpoint()?.SystemName
        ?? (isLocal ? LocalRegion : throw new BadOptionException("No Region is configured; set AWS_REGION or a profile's region, or give --state-machine or --endpoint-url."));

    // What serves on this machine asks nobody for credentials, so nobody's own are used there.
    private static AWSCredentials Credentials(bool isLocal)
    {
        try
        {
            return isLocal ? new BasicAWSCredentials("local", "local") : DefaultAWSCredentialsIdentityResolver.GetCredentials();
        }
        catch (AmazonClientException)
        {
            throw new BadOptionException("No credentials were found; set AWS_PROFILE, or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or sign in with 'aws sso login'.");
        }
    }

    private static Uri? EndpointIn(Terminal terminal, string variable)
    {
        var text = terminal.Variable(variable);
        return string.IsNullOrEmpty(text) ? null
            : Uri.TryCreate(text, UriKind.Absolute, out var endpoint) ? endpoint
            : throw new BadOptionException($"{variable}: '{text}' is not a URL.");
    }
}
