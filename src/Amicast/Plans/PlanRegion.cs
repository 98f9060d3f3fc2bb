using Amazon.EC2;
using Amicast.Requests;

namespace Amicast.Plans;

/// <summary>A destination whose Region can be used, while it is being planned.</summary>
/// <param name="Wanted">What the request asks for there.</param>
/// <param name="Ec2">The Region's EC2.</param>
/// <param name="IsSource">Whether it is the source Region, where nothing is copied.</param>
internal sealed record PlanRegion(RequestDestination Wanted, IAmazonEC2 Ec2, bool IsSource)
{
    internal string Name => Wanted.Region;

    /// <summary>Whether an image is copied into it: in the source Region, only where it is to be encrypted anew.</summary>
    internal bool IsCopied => !IsSource || Wanted.Encryption is not null;

    /// <summary>What is found in this Region, or about it.</summary>
    internal Findings Findings { get; } = new();
}
