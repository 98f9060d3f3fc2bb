using Amazon.Lambda.Core;
using Amicast.Aws;

namespace Amicast.Functions.Steps;

/// <summary>Makes the handler of a function's process, from the settings of its deployment.</summary>
/// <param name="variable">Reads an environment variable.</param>
/// <param name="transport">Carries the calls to AWS.</param>
/// <param name="time">The clock.</param>
/// <param name="chance">Jitter of retries.</param>
internal sealed class StepStartup(Func<string, string?> variable, HttpMessageHandler transport, TimeProvider time, Random chance)
{
    /// <summary>The handler of a step.</summary>
    /// <exception cref="Errors.UnknownHandlerException">There is no such step.</exception>
    /// <exception cref="Amicast.Errors.InvalidSettingException">A variable of the deployment has a value that it cannot have.</exception>
    /// <exception cref="InvalidOperationException">The process is not told its Region.</exception>
    internal Func<Stream, ILambdaContext, Task<Stream>> Start(string? handler)
    {
        var region = variable("AWS_REGION")
            ?? throw new InvalidOperationException("AWS_REGION is not set: it names the Region whose EC2 is asked which Regions there are.");
        var clients = new AwsClients(new AwsConnection(Credentials: null, transport, region), time, chance);
        var clock = new InvocationClock(time);
        var table = new StepTable(clients, Deployment.FromEnvironment(variable), clock);
        return new StepHandler(table.Find(handler), time, clock).HandleAsync;
    }
}
