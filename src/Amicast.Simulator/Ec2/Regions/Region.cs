using Amicast.Simulator.Ec2.Images;
using Amicast.Simulator.Ec2.Instances;
using Amicast.Simulator.Ec2.Limits;
using Amicast.Simulator.Ec2.Resources;
using Amicast.Simulator.Ec2.Snapshots;
using Amicast.Simulator.Ec2.Templates;
using Amicast.Simulator.Kms;
using Amicast.Simulator.Ssm;

namespace Amicast.Simulator.Ec2.Regions;

/// <summary>One Region of one account: what is made in it exists in it alone.</summary>
internal sealed class Region(string name, string optInStatus, IReadOnlyList<string> zones, RegionCatalog catalog, KmsKeys keys, DefaultVpc vpc)
{
    internal const string NotOptedIn = "not-opted-in";

    internal string Name { get; } = name;

    internal string OptInStatus { get; } = optInStatus;

    internal bool IsUsable => OptInStatus != NotOptedIn;

    internal string Endpoint => $"ec2.{Name}.amazonaws.com";

    internal IReadOnlyList<string> Zones { get; } = zones;

    internal KmsKeys Keys { get; } = keys;

    /// <summary>The key for what is encrypted without a key of its own.</summary>
    internal KmsKey DefaultKey => Settings.DefaultKey ?? Keys.Managed;

    internal DefaultVpc Vpc { get; } = vpc;

    internal RegionSettings Settings { get; init; } = new();

    internal required RequestThrottle Throttle { get; init; }

    /// <summary>Those of every account.</summary>
    internal NamedShelf<Image> Images => catalog.Images;

    /// <summary>Those of every account.</summary>
    internal SnapshotShelf Snapshots => catalog.Snapshots;

    internal Lineages Lineages { get; } = new();

    internal Shelf<Volume> Volumes { get; } = new();

    internal Shelf<Instance> Instances { get; } = new();

    internal NamedShelf<LaunchTemplate> Templates { get; } = new(template => template.Name);

    internal Shelf<Fleet> Fleets { get; } = new();

    internal ParameterStore ParameterStore { get; } = new();

    internal ClientTokens ClientTokens { get; } = new();

    internal HeldNames HeldNames { get; } = new();
}
