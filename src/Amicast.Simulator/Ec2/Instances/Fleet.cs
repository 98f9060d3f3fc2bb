using Amicast.Simulator.Ec2.Resources;

namespace Amicast.Simulator.Ec2.Instances;

/// <summary>An instant fleet: what one CreateFleet request launched.</summary>
internal sealed class Fleet : Resource
{
    internal required IReadOnlyList<Instance> Instances { get; init; }

    internal override string ResourceType => "fleet";
}
