using Amazon.Runtime;
using Amicast.VirtualTime;

namespace Amicast.Local;

/// <summary>The usual credential chain for a one-threaded world: asking for, and renewing, credentials happens outside it.</summary>
internal sealed class OutsideCredentials(PacedClock clock, AWSCredentials chain) : AWSCredentials
{
    public override ImmutableCredentials GetCredentials() => chain.GetCredentials();

    public override Task<ImmutableCredentials> GetCredentialsAsync() => clock.OutsideAsync(chain.GetCredentialsAsync);
}
