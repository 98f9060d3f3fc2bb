using Amazon.EC2.Model;
using Amicast.Aws;
using Amicast.Requests;
using Amicast.Steps;

namespace Amicast.Plans.Concerns;

/// <summary>A later execution of a run: what exists is not contradicted, and the plan carries on what the earlier ones found and resolved.</summary>
/// <remarks>
/// <list type="table">
/// <item><term>may change</term><description>timeoutMinutes, tolerateFailedRegions, onFailure, source.afterwards, share, copyWithinMinutes; destinations may be added</description></item>
/// <item><term>may change while nothing was made by it in the Region</term><description>launch, launchTemplate; the Region may be taken out</description></item>
/// <item><term>stays</term><description>source, scheduledTime; of a destination that was planned: image, kmsKeyId, encrypt</description></item>
/// </list>
/// What was there before the run comes from the plan that found it, never from the present.
/// </remarks>
internal sealed class Resuming(PlanScope scope) : PlanConcern
{
    private readonly Dictionary<string, int> _failedLaunches = [];
    private const string AsBefore = "write it as it was, or start another run";

    private EarlierRun? Earlier => scope.Earlier is { Plan: not null, Request: not null } earlier ? earlier : null;

    private Request Asked => scope.Request;

    internal override async Task LookAsync(CancellationToken cancellation)
    {
        if (Earlier is not { } earlier)
        {
            return;
        }

        CheckSource(earlier.Request!);
        foreach (var region in scope.Regions)
        {
            CheckImage(region, earlier);
        }

        var gone = earlier.Plan!.Destinations.Select(d => d.Region).Where(name => Asked.Destinations.All(wanted => wanted.Region != name));
        await Task.WhenAll([
            .. gone.Select(name => CheckRemovedAsync(name, cancellation)),
            .. scope.Regions.Where(region => earlier.WantedIn(region.Name) is not null).Select(region => CheckLaunchAsync(region, earlier, cancellation)),
            .. scope.Regions.Where(region => region.Wanted.Launch is not null && earlier.DestinationIn(region.Name) is not null).Select(region => LookAtLaunchAsync(region, earlier, cancellation)),
            CheckFirstImageAsync(earlier, cancellation),
        ]);
    }

    internal override PlannedDestination Complete(PlannedDestination planned, PlanRegion region)
    {
        if (Earlier is not { } earlier || earlier.DestinationIn(region.Name) is not { } before || earlier.WantedIn(region.Name) is not { } wanted)
        {
            return planned;
        }

        var isSameLaunch = RequestWords.Of(wanted.Launch) == RequestWords.Of(region.Wanted.Launch);
        return planned with
        {
            Image = before.Image,
            Encryption = before.Encryption,
            PermissionsBefore = Together(before.PermissionsBefore, planned.PermissionsBefore),
            Publication = IsSameTemplate(wanted, region.Wanted) ? CarriedOn(before.Publication, planned.Publication, earlier.Plan!) : planned.Publication,
            Template = isSameLaunch && IsSameTemplate(wanted, region.Wanted) ? before.Template : planned.Template,
            EarlierLaunch = LaunchIn(region.Name, earlier),
        };
    }

    internal override Plan Complete(Plan plan) => Earlier is not { Plan: { } before } ? plan : plan with
    {
        Image = before.Image,
        ReplacesFirstImage = before.ReplacesFirstImage ?? plan.ReplacesFirstImage,
        Source = plan.Source with { StateBefore = before.Source.StateBefore ?? plan.Source.StateBefore },
    };

    private static bool IsSameTemplate(RequestDestination before, RequestDestination now) => RequestWords.Of(before.LaunchTemplate) == RequestWords.Of(now.LaunchTemplate);

    // As this Region's own, since the plan's shared one is made from the account as it is now.
    private static PlannedPublication? CarriedOn(PlannedPublication? before, PlannedPublication? planned, Plan plan) =>
        before is null || planned is null ? planned : before with { Own = before.Own ?? plan.LaunchTemplate };

    private static IReadOnlyList<PermissionsBefore>? Together(IReadOnlyList<PermissionsBefore>? before, IReadOnlyList<PermissionsBefore>? now)
    {
        var known = before?.SelectMany(same => same.Resources).ToHashSet() ?? [];
        var added = now?.Select(same => same with { Resources = [.. same.Resources.Where(id => !known.Contains(id))] }).Where(same => same.Resources.Count > 0) ?? [];
        IReadOnlyList<PermissionsBefore> together = [.. before ?? [], .. added];
        return together.Count == 0 ? null : together;
    }

    private void CheckSource(Request before)
    {
        var (was, now) = (before.Source, Asked.Source);
        Check(was.Region == now.Region, $"{now.Path}.region", code: "SourceDiffers", $"the run's source is in {was.Region}");
        Check(was.InstanceId == now.InstanceId, $"{now.Path}.instanceId", code: "SourceDiffers", $"the run's source is {was.InstanceId ?? was.ImageId}");
        Check(was.ImageId == now.ImageId, $"{now.Path}.imageId", code: "SourceDiffers", $"the run's source is {was.InstanceId ?? was.ImageId}");
        Check(was.Beforehand == now.Beforehand, $"{now.Path}.beforehand", code: "SourceDiffers", "what happens to the source before its image is made cannot change any more");
        Check(before.ScheduledTime == Asked.ScheduledTime, "$.scheduledTime", code: "ScheduledTimeDiffers", $"the run's images are named by {(before.ScheduledTime ?? scope.StartedAt):u}");
        Check(RequestWords.Of(before.Image) == RequestWords.Of(Asked.Image) || Asked.Destinations.Any(d => d.Region == now.Region), Asked.Image.Path, code: "ImageDiffers", "the run has planned its image otherwise");
    }

    private void CheckImage(PlanRegion region, EarlierRun earlier)
    {
        if (earlier.WantedIn(region.Name) is { } before)
        {
            Check(RequestWords.Of(before.Image) == RequestWords.Of(region.Wanted.Image), region.Wanted.Image.Path, code: "ImageDiffers", $"the run has planned its image in {region.Name} otherwise");
            Check(RequestWords.Of(before.Encryption) == RequestWords.Of(region.Wanted.Encryption), $"{region.Wanted.Path}.kmsKeyId", code: "KeyDiffers", $"the run has planned its image in {region.Name} under another key, or none");
        }
    }

    private async Task CheckLaunchAsync(PlanRegion region, EarlierRun earlier, CancellationToken cancellation)
    {
        var (was, now) = (earlier.WantedIn(region.Name)!, region.Wanted);
        var (launchDiffers, templateDiffers) = (RequestWords.Of(was.Launch) != RequestWords.Of(now.Launch), !IsSameTemplate(was, now));
        if (!launchDiffers && !templateDiffers)
        {
            return;
        }

        var found = await LookAsync(region.Name, cancellation);
        var launched = earlier.Launches.GetValueOrDefault(region.Name)?.Launch;
        if (launchDiffers && (launched is { Verified: true } || found.Instances.Any(instance => !LaunchedInstances.IsDead(instance))))
        {
            Refuse(now.Launch?.Path ?? now.Path, "LaunchDiffers", $"instances were launched in {region.Name} by what the request said before");
        }

        if (templateDiffers && (found.Templates.Count > 0 || earlier.Templates.ContainsKey(region.Name)))
        {
            Refuse(now.LaunchTemplate?.Path ?? now.Path, "LaunchTemplateDiffers", $"the launch template in {region.Name} was made or looked at by what the request said before");
        }
    }

    private EarlierLaunch? LaunchIn(string region, EarlierRun earlier)
    {
        var recorded = earlier.Launches.GetValueOrDefault(region);
        return !_failedLaunches.TryGetValue(region, out var failed)
            ? recorded
            : new EarlierLaunch(Math.Max(recorded?.Spent ?? 0, failed), recorded?.Launch, failed);
    }

    // Decided here, once: LaunchInstances may be delivered again when this execution has terminated what it verified.
    private async Task LookAtLaunchAsync(PlanRegion region, EarlierRun earlier, CancellationToken cancellation)
    {
        if (earlier.Launches.GetValueOrDefault(region.Name)?.Launch is { Verified: true })
        {
            return;
        }

        await region.Findings.TryAsync(region.Wanted.Launch!.Path, $"what the run has launched in {region.Name}", async () =>
        {
            var launched = await LaunchedInstances.LookAsync(region.Ec2, scope.Run, LaunchInstancesStep.StepName, cancellation);
            // Dead instances are shown for an hour, and young ones perhaps not yet.
            var isSettled = launched.Dead.Count > 0 || launched.Live.All(instance => scope.ExecutionStartedAt.UtcDateTime - instance.LaunchTime > LaunchInstancesStep.BecomesVisibleWithin);
            if (launched.Attempt > 0 && isSettled && launched.Live.Count < (region.Wanted.Launch.Fleet?.MinCount ?? region.Wanted.Launch.Count))
            {
                _failedLaunches[region.Name] = launched.Attempt;
            }
        });
    }

    private async Task CheckRemovedAsync(string region, CancellationToken cancellation)
    {
        var found = await LookAsync(region, cancellation);
        if (found.Unseen is not null || found.Images.Count + found.Snapshots.Count + found.Templates.Count > 0 || found.Instances.Any(instance => !LaunchedInstances.IsDead(instance)))
        {
            scope.Findings.Refuse("$.destinations", "RegionRemoved", $"the run has made something in {region}{(found.Unseen is null ? "" : ", or that cannot be told")}",
                "leave the Region in, or roll the run back");
        }
    }

    // A copy of the encrypted image is encrypted: under which key must be said, or it is EC2's default key, which cannot be shared.
    private async Task CheckFirstImageAsync(EarlierRun earlier, CancellationToken cancellation)
    {
        var added = scope.Regions.Where(region => earlier.WantedIn(region.Name) is null && region.Wanted.Encryption is null).ToList();
        if (earlier.Plan!.ReplacesFirstImage != true || added.Count == 0 || !scope.SourceIsUsable)
        {
            return;
        }

        var first = await scope.Aws.Ec2(Asked.Source.Region).DescribeImagesAsync(new DescribeImagesRequest { Owners = ["self"], Filters = RunTags.Find(scope.Run, CreateImageStep.StepName) }, cancellation);
        foreach (var region in first.Images is { Count: > 0 } ? [] : added)
        {
            region.Findings.Refuse($"{region.Wanted.Path}.kmsKeyId", "FirstImageRemoved", $"the first image is removed, and a copy of the encrypted one is encrypted in {region.Name} too", "name the key that it is to be under");
        }
    }

    private Task<TaggedResources> LookAsync(string region, CancellationToken cancellation) => TaggedResources.LookOnceOrSayAsync(scope.Aws.Ec2(region), region, scope.Run, cancellation);

    private void Check(bool isSame, string path, string code, string cause)
    {
        if (!isSame)
        {
            Refuse(path, code, cause);
        }
    }

    private void Refuse(string path, string code, string cause) => scope.Findings.Refuse(path, code, cause, AsBefore);
}
