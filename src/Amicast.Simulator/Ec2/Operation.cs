using Amicast.Simulator.Ec2.Wire;

namespace Amicast.Simulator.Ec2;

/// <summary>Writes what an operation answers, after the request's id.</summary>
internal delegate void Reply(ResponseWriter response);

/// <summary>What an operation does, once it is known that it may; returns the reply.</summary>
/// <remarks>The reply may be asked for again, later, by a request with the same client token: it says how things stand then.</remarks>
internal delegate Reply Effect();

/// <summary>One operation of EC2. Its class has the operation's name; it holds no state.</summary>
internal abstract class Operation
{
    internal string Name => GetType().Name;

    /// <summary>Whether a <c>ClientToken</c> makes a repeated request the same request.</summary>
    internal virtual bool TakesClientToken => false;

    /// <summary>How many ASCII characters a <c>ClientToken</c> may have: 64, where the operation's own page does not say more.</summary>
    internal virtual int LongestToken => 64;

    /// <summary>The filters that it carries out.</summary>
    internal virtual IEnumerable<string> FilterNames => [];

    /// <summary>The documented filters that it refuses by name.</summary>
    internal virtual IEnumerable<string> RefusedFilterNames => [];

    /// <summary>Checks everything and changes nothing; with DryRun, the call ends here.</summary>
    /// <exception cref="Ec2Exception">The request is refused.</exception>
    internal abstract Effect Prepare(Call call);
}
