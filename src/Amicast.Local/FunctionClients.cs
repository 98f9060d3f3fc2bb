using Amazon.Runtime;
using Amicast.Aws;
using Amicast.VirtualTime;

namespace Amicast.Local;

/// <summary>How the functions of a local cloud reach AWS: all as the same caller or, in a rehearsal with roles, each with its own.</summary>
/// <param name="caller">The connection of whoever runs the cloud.</param>
/// <param name="clock">The world's clock.</param>
/// <param name="jitter">Jitter of retries.</param>
/// <param name="roles">The functions' roles; null: they call as the caller.</param>
internal sealed class FunctionClients(AwsConnection caller, WorldClock clock, Chance jitter, FunctionRoles? roles)
{
    /// <summary>The clients of whoever runs the cloud.</summary>
    internal AwsClients OfCaller { get; } = new(caller, clock, jitter);

    /// <summary>The clients of a function.</summary>
    internal AwsClients Of(string handler) => roles is null ? OfCaller : new AwsClients(ConnectionOf(handler), clock, jitter);

    /// <summary>The connection of a function.</summary>
    internal AwsConnection ConnectionOf(string handler) =>
        roles is null ? caller : caller with { Credentials = new BasicAWSCredentials(roles.AccessKeyOf(handler), "simulated") };
}
