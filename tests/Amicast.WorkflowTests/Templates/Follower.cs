using Amicast.Simulator;
using Amicast.Simulator.Inventory;

namespace Amicast.WorkflowTests.Templates;

/// <summary>Somebody who follows a template's <c>$Latest</c> and <c>$Default</c> and a parameter: looks at the moment of every call's effect.</summary>
/// <remarks>An image is verified from the moment on at which all instances of its last attempt run with both status checks passed, by the account itself.</remarks>
internal sealed class Follower(string parameter)
{
    private readonly HashSet<string> _verified = [];
    private readonly HashSet<string> _seen = [];

    /// <summary>Images of a run that the follower got before they were verified.</summary>
    internal List<string> Unverified { get; } = [];

    /// <summary>How many images of a run the follower got.</summary>
    internal int Got => _seen.Count;

    internal void Look(CloudInventory there, CallRecord call)
    {
        foreach (var region in there.Regions.Values)
        {
            Look(region, call);
        }
    }

    private void Look(RegionInventory region, CallRecord call)
    {
        _verified.UnionWith(region.Instances.Where(i => i.Tags.ContainsKey("amicast:run")).GroupBy(i => i.ImageId!)
            .Where(image => image.GroupBy(AttemptOf).MaxBy(attempt => attempt.Key)!.All(IsOk))
            .Select(image => image.Key));

        var runs = region.Images.Where(i => i.Tags.ContainsKey("amicast:run")).Select(i => i.Id).ToHashSet();
        foreach (var (image, by) in Followed(region).Where(followed => runs.Contains(followed.Image ?? "")))
        {
            _seen.Add(image!);
            if (!_verified.Contains(image!))
            {
                Unverified.Add($"{call.At:T} {region.Name}: {by} is {image} at {call.Operation}");
            }
        }
    }

    private IEnumerable<(string? Image, string By)> Followed(RegionInventory region) => region.LaunchTemplates
        .SelectMany(t => new[] { (t.VersionImageIds[^1], $"$Latest of {t.Name}"), (t.VersionImageIds[(int)t.DefaultVersion - 1], $"$Default of {t.Name}") })
        .Concat(region.Parameters.Where(p => p.Name == parameter).Select(p => ((string?)p.Value, p.Name)));

    private static int AttemptOf(InventoryInstance instance) => int.Parse(instance.Tags["amicast:attempt"], System.Globalization.CultureInfo.InvariantCulture);

    private static bool IsOk(InventoryInstance instance) => instance is { State: "running", InstanceStatus: "ok", SystemStatus: "ok" };
}
