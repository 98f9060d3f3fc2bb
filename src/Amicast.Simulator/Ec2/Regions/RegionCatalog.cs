using Amicast.Simulator.Ec2.Images;
using Amicast.Simulator.Ec2.Resources;
using Amicast.Simulator.Ec2.Snapshots;
using Amicast.Simulator.Kms;

namespace Amicast.Simulator.Ec2.Regions;

/// <summary>What the accounts of a world may share in one Region, so that all of them look it up in one place.</summary>
internal sealed class RegionCatalog
{
    internal NamedShelf<Image> Images { get; } = new(image => image.Name);

    internal SnapshotShelf Snapshots { get; } = new();

    /// <summary>By the ARNs of keys and of aliases.</summary>
    internal Dictionary<string, KmsKey> Keys { get; } = [];
}
