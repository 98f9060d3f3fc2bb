using Amazon.EC2.Model;

namespace Amicast.Plans;

/// <summary>What the plan knows of the instance or image that a run starts from: one of the two, as EC2 describes it.</summary>
internal sealed record SourceFacts
{
    internal Instance? Instance { get; init; }

    internal Image? Image { get; init; }

    /// <summary>The instance's volumes; empty where EC2 does not show them.</summary>
    internal IReadOnlyList<Volume> Volumes { get; init; } = [];

    /// <summary>The sizes of the volumes that become part of the image, in GiB; empty where they are not known.</summary>
    internal IReadOnlyList<int> SizesGiB => Image is null
        ? [.. Volumes.Select(volume => volume.Size ?? 0)]
        : [.. Image.BlockDeviceMappings?.Select(device => device.Ebs?.VolumeSize).OfType<int>() ?? []];

    /// <summary>The image's name; absent for an instance.</summary>
    internal string? Name => Image?.Name;

    /// <summary>What its image runs on: <c>x86_64</c>, <c>arm64</c>, …</summary>
    internal string? Architecture => Instance?.Architecture?.Value ?? Image?.Architecture?.Value;

    /// <summary>Its tags, for name tokens.</summary>
    internal IReadOnlyDictionary<string, string> Tags => (Instance?.Tags ?? Image?.Tags)?.ToDictionary(t => t.Key, t => t.Value) ?? [];
}
