using Amicast.Reports;

namespace Amicast.Cli.Views;

/// <summary>What a run did to a Region's launch template and SSM parameter, one line for each.</summary>
internal static class TemplateLines
{
    internal static IEnumerable<string> Of(RegionReport region)
    {
        if (region.Template is not { } template)
        {
            yield break;
        }

        var subject = $"{region.Region}: launch template {template.Name} ({template.Id})";
        if (template.Published is not { } published)
        {
            yield return template.Made == true ? $"{subject}: made; its version 1 names no image" : $"{subject}: unchanged";
            yield break;
        }

        var image = $"{published.ImageId}, {(published.Verified ? "verified" : "not verified")}";
        var standing = published.DefaultVersion == published.DefaultBefore ? $"default still {published.DefaultBefore}" : $"default {published.DefaultBefore} → {published.DefaultVersion}";
        yield return $"{subject}{(template.Made == true ? ", made" : "")}: version {published.Version} with {image}; {standing}";
        if (published.Parameter is { } parameter)
        {
            yield return $"{region.Region}: parameter {parameter.Name}: {parameter.Before ?? "none"} → {published.ImageId} (version {parameter.Version})";
        }

        if (published.Warning is { } warning)
        {
            yield return $"{region.Region}: EC2 warns of version {published.Version}: {warning}";
        }
    }
}
