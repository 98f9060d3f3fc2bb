using Amicast.Reports;

namespace Amicast.Steps;

/// <summary>What carries the run's tag where no Region's report would list it: in a source Region that is no destination, and everywhere while there are no Regions' records.</summary>
internal static class OtherRegions
{
    internal static IReadOnlyList<OtherRegion>? Of(IEnumerable<TaggedResources> looks, IReadOnlyList<RegionReport> reports, ReportedImage? first)
    {
        var others = looks.Where(look => reports.All(report => report.Region != look.Region)).Select(look => Of(look, first)).Where(other => other.Resources.Count > 0 || other.Unseen is not null).ToList();
        return others.Count == 0 ? null : others;
    }

    private static OtherRegion Of(TaggedResources tagged, ReportedImage? first)
    {
        var ids = tagged.Images.Select(image => image.ImageId)
            .Concat(tagged.Snapshots.Select(snapshot => snapshot.SnapshotId))
            .Concat(tagged.Instances.Where(instance => !LaunchedInstances.IsDead(instance)).Select(instance => instance.InstanceId))
            .Concat(tagged.Templates.Select(template => template.LaunchTemplateId));
        return new OtherRegion(tagged.Region, [.. ids.Except(first is null ? [] : first.Snapshots.Prepend(first.ImageId)).Order(StringComparer.Ordinal)], tagged.Unseen);
    }
}
