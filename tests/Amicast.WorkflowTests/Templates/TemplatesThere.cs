using Amicast.Simulator.Inventory;

namespace Amicast.WorkflowTests.Templates;

/// <summary>The launch templates and parameters of a rehearsal's account, as lines.</summary>
internal static class TemplatesThere
{
    internal static string Shown(Rehearsal rehearsal) => string.Join('\n', rehearsal.Inspect().Regions.Values.SelectMany(Lines));

    internal static IEnumerable<string> Lines(RegionInventory region) => region.LaunchTemplates
        .Select(t => $"{region.Name} {t.Name} default {t.DefaultVersion}: {string.Join("; ", t.VersionImageIds.Zip(t.VersionDescriptions, (image, says) => $"{image ?? "no image"} '{says}'"))}{Tags(t.Tags)}")
        .Concat(region.Parameters.Select(p => $"{region.Name} {p.Name} = {p.Value} (version {p.Version}, {p.DataType}, '{p.Description}'){Tags(p.Tags)}"));

    private static string Tags(IReadOnlyDictionary<string, string> tags) =>
        string.Concat(tags.OrderBy(t => t.Key, StringComparer.Ordinal).Select(t => $" {t.Key}={t.Value}"));
}
