using Amicast.Ledgers;
using Amicast.Plans;
using Amicast.Requests;

namespace Amicast.Rollbacks;

/// <summary>Gathers from the plans of a run, Region by Region, what was there before it. The first plan that says something of a thing is right.</summary>
internal static class BeforeRun
{
    private const string Running = "running";

    /// <summary>The Regions that any plan names.</summary>
    internal static IReadOnlyList<string> Regions(Ledger ledger) =>
        [.. ledger.Plans.SelectMany(plan => plan.Destinations.Select(d => d.Region).Prepend(plan.Source.Region)).Distinct()];

    internal static RegionBefore In(string region, Ledger ledger)
    {
        var planned = ledger.Plans.SelectMany(plan => plan.Destinations.Where(d => d.Region == region).Select(d => (Plan: plan, Destination: d))).ToList();
        var images = ledger.Entries.Select(entry => entry.Regions.GetValueOrDefault(region)?.Image?.ImageId)
            .Concat(planned.Where(one => one.Destination.Image is null).Select(one => one.Plan.Source.ImageId));
        return new RegionBefore(
            [.. images.OfType<string>().Distinct()],
            [.. planned.Select(one => TemplateOf(one.Destination.Publication)).OfType<TemplateBefore>().DistinctBy(template => template.Id)],
            [.. planned.Select(one => ParameterOf(one.Plan, one.Destination.Publication)).OfType<ParameterBefore>().DistinctBy(parameter => parameter.Name)],
            Permissions(planned.SelectMany(one => one.Destination.PermissionsBefore ?? [])),
            ledger.Plans.Select(plan => plan.Source).Where(source => source.Region == region && IsToBeStarted(source)).Select(source => source.InstanceId).FirstOrDefault());
    }

    private static TemplateBefore? TemplateOf(PlannedPublication? publication) =>
        publication is { Base: { } template, DefaultBefore: { } version } ? new TemplateBefore(template.Id, template.Name, version) : null;

    private static ParameterBefore? ParameterOf(Plan plan, PlannedPublication? publication) =>
        publication is { Publish: not Publish.Never } && (publication.Own ?? plan.LaunchTemplate)?.Parameter is { } name ? new ParameterBefore(name, publication.ParameterBefore) : null;

    private static List<PermissionsBefore> Permissions(IEnumerable<PermissionsBefore> recorded)
    {
        var known = new HashSet<string>();
        return [.. recorded.Select(same => same with { Resources = [.. same.Resources.Where(known.Add)] }).Where(same => same.Resources.Count > 0)];
    }

    private static bool IsToBeStarted(PlannedSource source) =>
        source.StateBefore == Running && (source.Beforehand == SourceBeforehand.Stop || source.Afterwards == SourceAfterwards.Stop);
}
