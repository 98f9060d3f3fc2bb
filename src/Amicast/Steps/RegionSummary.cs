using System.Text.Json;
using Amazon.EC2.Model;
using Amicast.Aws;
using Amicast.Plans;
using Amicast.Reports;

namespace Amicast.Steps;

/// <summary>Holds what the steps recorded of a Region against what carries the run's tags there.</summary>
internal static class RegionSummary
{
    // What was made shows within a minute. What does not show long after is gone: EC2 forgets a terminated instance after an hour.
    private static readonly TimeSpan Shows = TimeSpan.FromMinutes(5);

    /// <summary>The run's first image: the recorded one, or, where its step never came to say so, the tagged one; once it is removed, its successor.</summary>
    internal static ReportedImage? FirstImage(Plan plan, RunRecord state, TaggedResources tagged)
    {
        var successor = state.Removed is not null ? state.Regions?.FirstOrDefault(region => IsSource(region, plan))?.Image : null;
        return Image(successor ?? state.Image, tagged, CreateImageStep.StepName);
    }

    internal static IReadOnlyList<RegionReport> Of(Plan? plan, RunRecord state, ReportedImage? first, IReadOnlyDictionary<string, TaggedResources> tagged, DateTimeOffset now)
    {
        if (plan is null || state.Regions is null)
        {
            return [];
        }

        var destinations = plan.Destinations.ToDictionary(d => d.Region);
        return [.. state.Regions.Select(record =>
        {
            var destination = destinations[record.Region];
            var isSources = IsSource(record, plan) && destination.Image is null;
            return Of(record, destination, tagged[record.Region], isSources ? first : null, first, now) with { Launch = ToReport(record.Launch, destination.Launch ?? plan.Launch) };
        })];
    }

    internal static ReportedFailure? ToReport(IReadOnlyDictionary<string, StepError>? failure) =>
        failure is null || failure.Count == 0 ? null : failure.Select(f => new ReportedFailure(f.Key, f.Value.Error, MessageOf(f.Value.Cause))).First();

    private static ReportedLaunch? ToReport(LaunchRecord? record, PlannedLaunch? launch) => record is null || launch is null || record is { Errors: null, Terminated: null }
        ? null
        : new ReportedLaunch(record.Verified, launch.Count, record.Terminated == true, record.Errors ?? []);

    private static bool IsSource(RegionRecord record, Plan plan) => record.Region == plan.Source.Region;

    private static RegionReport Of(RegionRecord record, PlannedDestination destination, TaggedResources tagged, ReportedImage? here, ReportedImage? first, DateTimeOffset now)
    {
        var image = here ?? Image(record.Image, tagged, CopyImageStep.StepName);
        var instances = Instances(record.Launch, tagged, now);
        var failure = ToReport(record.Failure);
        return new RegionReport(
            record.Region, failure is null, image, destination.Share, record.Permissions, instances, Others(tagged, image, first, instances), failure, tagged.Unseen, record.Template ?? EnsureTemplateStep.Find(tagged.Templates));
    }

    private static ReportedImage? Image(ImageRecord? recorded, TaggedResources tagged, string step)
    {
        var found = recorded is null
            ? tagged.Images.Where(i => HasStep(i, step)).OrderBy(RunImages.IsLost).ThenByDescending(i => RunTags.AttemptOf(i.Tags)).FirstOrDefault()
            : tagged.Images.FirstOrDefault(i => i.ImageId == recorded.ImageId);
        if (found is not null)
        {
            return new ReportedImage(found.ImageId, found.Name, found.State?.Value ?? "pending", RunTags.AttemptOf(found.Tags), RunImages.SnapshotsOf(found));
        }

        return recorded is null ? null : new ReportedImage(recorded.ImageId, recorded.Name, recorded.State, recorded.Attempt, recorded.Snapshots);
    }

    private static bool HasStep(Image image, string step) => image.Tags?.Exists(t => t.Key == RunTags.Step && t.Value == step) == true;

    private static List<InstanceRecord> Instances(LaunchRecord? launch, TaggedResources tagged, DateTimeOffset now)
    {
        var recorded = launch?.Instances.ToDictionary(i => i.InstanceId) ?? [];
        var found = tagged.Instances.Where(i => recorded.ContainsKey(i.InstanceId) || !LaunchedInstances.IsDead(i))
            .Select(i => new InstanceRecord(i.InstanceId, i.State?.Name?.Value ?? "pending", LaunchedInstances.IsDead(i) ? null : recorded.GetValueOrDefault(i.InstanceId)?.Status))
            .ToDictionary(i => i.InstanceId);
        var isGone = tagged.Unseen is null && now - launch?.LaunchedAt > Shows;
        return [.. recorded.Values.Where(i => !found.ContainsKey(i.InstanceId)).Select(i => isGone ? i with { State = "terminated", Status = null } : i).Concat(found.Values).OrderBy(i => i.InstanceId, StringComparer.Ordinal)];
    }

    private static List<string> Others(TaggedResources tagged, ReportedImage? image, ReportedImage? first, List<InstanceRecord> instances)
    {
        var listed = new HashSet<string>(instances.Select(i => i.InstanceId));
        foreach (var known in new[] { image, first }.OfType<ReportedImage>())
        {
            listed.Add(known.ImageId);
            listed.UnionWith(known.Snapshots);
        }

        return [.. tagged.Images.Select(i => i.ImageId)
            .Concat(tagged.Snapshots.Select(s => s.SnapshotId))
            .Where(id => !listed.Contains(id))
            .Order(StringComparer.Ordinal)];
    }

    // Lambda's error document, or plain text where Step Functions itself made the error.
    private static string MessageOf(string? cause)
    {
        try
        {
            using var body = JsonDocument.Parse(cause ?? "");
            return body.RootElement.GetProperty("errorMessage").GetString() ?? "";
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return cause ?? "";
        }
    }
}
