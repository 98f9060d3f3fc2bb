using Amicast.Simulator;
using Amicast.Simulator.Inventory;
using Amicast.Storms.Invariants;
using Amicast.Storms.Wishes;

namespace Amicast.Storms.Watching;

/// <summary>Looks at the account at the moment of every call's effect that could break a promise which is broken at once and for ever.</summary>
internal sealed class Watch(Wish wish, CloudInventory before)
{
    private static readonly HashSet<string> Making = ["CreateImage", "CopyImage", "RunInstances", "CreateFleet", "CreateLaunchTemplate", "CreateSnapshot", "CopySnapshot", "CreateVolume", "RegisterImage", "PutParameter"];
    private static readonly HashSet<string> Sharing = ["ModifyImageAttribute", "ModifySnapshotAttribute", "ResetImageAttribute", "ResetSnapshotAttribute"];
    private static readonly HashSet<string> Publishing = ["CreateLaunchTemplate", "CreateLaunchTemplateVersion", "ModifyLaunchTemplate", "PutParameter", "DeleteLaunchTemplateVersions"];
    private static readonly HashSet<string> Verifying = ["DescribeInstances", "DescribeInstanceStatus"];
    private static readonly HashSet<string> Ending = ["StopInstances", "TerminateInstances"];

    private readonly Verification _verification = new();
    private Wish _wish = wish;
    private readonly HashSet<string> _known = [.. before.Regions.Values.SelectMany(Ids)];
    private readonly List<Breach> _breaches = [];

    internal IReadOnlyList<Breach> Breaches => _breaches;

    internal Makings Makings { get; } = new();

    /// <summary>From now on this is asked for.</summary>
    internal void Turn(Wish now) => _wish = now;

    private bool CaresForVerification => _wish.Afterwards != "keep" || _wish.Regions.Any(region => region.Template is not null);

    internal void See(CallRecord call, Func<CloudInventory> inspect)
    {
        if (call.Outcome != CallRecord.Succeeded)
        {
            return;
        }

        if (CaresForVerification && Verifying.Contains(call.Operation))
        {
            _verification.Look(_wish, inspect());
        }

        if (Making.Contains(call.Operation))
        {
            var region = inspect().Regions[call.Region];
            Makings.Note(region, call.At);
            Report('h', Untagged(region), call);
        }

        if (Sharing.Contains(call.Operation))
        {
            Report('g', Public(inspect().Regions[call.Region]), call);
        }

        if (Publishing.Contains(call.Operation))
        {
            Report('e', Unverified(inspect().Regions[call.Region]), call);
        }

        if (Ending.Contains(call.Operation))
        {
            Report('k', Ended(call), call);
        }
    }

    private void Report(char invariant, IEnumerable<string> problems, CallRecord call) =>
        _breaches.AddRange(problems.Select(problem => new Breach(invariant, $"{call.At:HH:mm:ss} {call.Region} {call.Operation}: {problem}")));

    private IEnumerable<string> Untagged(RegionInventory region)
    {
        var made = region.Images.Select(one => (one.Id, one.Tags)).Concat(region.Snapshots.Select(one => (one.Id, one.Tags)))
            .Concat(region.Instances.Select(one => (one.Id, one.Tags))).Concat(region.Volumes.Select(one => (one.Id, one.Tags)))
            .Concat(region.LaunchTemplates.Select(one => (one.Id, one.Tags))).Concat(region.Parameters.Select(one => (Id: one.Name, one.Tags)));
        return made.Where(one => !_known.Contains(one.Id) && !Tags.IsOfRun(one.Tags)).Select(one => $"{one.Id} has no tag of the run");
    }

    private IEnumerable<string> Public(RegionInventory region)
    {
        var asked = _wish.In(region.Name)?.Share;
        var images = region.Images.Where(one => one.LaunchPermissions.Contains("all") && asked?.IsPublic != true && !WasPublic(region.Name, one.Id)).Select(one => one.Id);
        var snapshots = region.Snapshots.Where(one => one.CreateVolumePermissions.Contains("all") && !(asked is { IsPublic: true, WithSnapshots: true }) && !WasPublic(region.Name, one.Id)).Select(one => one.Id);
        return images.Concat(snapshots).Select(id => $"{id} is public, and nobody asked for it");
    }

    private bool WasPublic(string region, string id) =>
        before.Regions[region].Images.Any(one => one.Id == id && one.LaunchPermissions.Contains("all"))
        || before.Regions[region].Snapshots.Any(one => one.Id == id && one.CreateVolumePermissions.Contains("all"));

    private IEnumerable<string> Unverified(RegionInventory region)
    {
        if (_wish.In(region.Name)?.Template is { Publish: "always" })
        {
            return [];
        }

        var runs = region.Images.Where(one => Tags.IsOfRun(one.Tags)).Select(one => one.Id).ToHashSet();
        return region.LaunchTemplates
            .SelectMany(one => new[] { (one.VersionImageIds[^1], $"$Latest of {one.Name}"), (one.VersionImageIds[(int)one.DefaultVersion - 1], $"$Default of {one.Name}") })
            .Concat(region.Parameters.Select(one => ((string?)one.Value, one.Name)))
            .Where(((string? Image, string By) one) => runs.Contains(one.Image ?? "") && !_verification.Is(region.Name, one.Image!))
            .Select(((string? Image, string By) one) => $"{one.By} is {one.Image}, which was not verified");
    }

    private IEnumerable<string> Ended(CallRecord call)
    {
        foreach (var id in call.Parameters.Where(parameter => parameter.Key.StartsWith("InstanceId.", StringComparison.Ordinal)).Select(parameter => parameter.Value))
        {
            if (id != _wish.SourceInstance)
            {
                if (_known.Contains(id))
                {
                    yield return $"{id} was there before the run, and is not its source";
                }

                continue;
            }

            var asked = call.Operation == "StopInstances" ? _wish.StopsBeforehand || _wish.Afterwards == "stop" : _wish.Afterwards == "terminate";
            if (!asked)
            {
                yield return $"the request asks for nothing like this of the source {id}";
            }
            else if (!(call.Operation == "StopInstances" && _wish.StopsBeforehand))
            {
                foreach (var region in _wish.Regions.Where(region => !_verification.AnyIn(region.Region)))
                {
                    yield return $"the source {id} is given up, and nothing was verified in {region.Region}";
                }
            }
        }
    }

    private static IEnumerable<string> Ids(RegionInventory region) =>
        region.Images.Select(one => one.Id).Concat(region.Snapshots.Select(one => one.Id)).Concat(region.Instances.Select(one => one.Id))
            .Concat(region.Volumes.Select(one => one.Id)).Concat(region.LaunchTemplates.Select(one => one.Id)).Concat(region.Parameters.Select(one => one.Name));
}
