using Amicast.Simulator.Ec2;
using Amicast.Simulator.Ec2.Wire;

namespace Amicast.Simulator.Services;

/// <summary>One AWS service: takes a request, at the moment of its effect, to its answer in the service's own protocol.</summary>
internal abstract class CloudService
{
    /// <summary>Carries the request out; all of it happens at this moment, or none.</summary>
    internal abstract Answer Answer(Request request, out string outcome);

    /// <summary>What the service calls the errors of its own making.</summary>
    internal abstract ServiceErrors Errors { get; }

    /// <summary>An error without an attempt, for the faults of the wire.</summary>
    internal abstract Answer Refuse(Ec2Exception error);
}
