using Amicast.Plans;
using Amicast.Plans.Previews;
using Amicast.Requests;

namespace Amicast.Cli.Views;

/// <summary>What a plan says of one Region, in lines of a label and a text.</summary>
internal static class RegionLines
{
    // Hundreds of accounts are read in the request, not here.
    private const int MostShown = 4;

    internal static IEnumerable<(string Label, string Text)> Of(RegionPreview region, PlannedSource source)
    {
        var planned = region.Planned;
        yield return ("image", Image(region, source));
        if (planned.Image is { Tags.Count: > 0 } tagged)
        {
            yield return ("tags", string.Join(", ", tagged.Tags.OrderBy(tag => tag.Key, StringComparer.Ordinal).Select(tag => $"{tag.Key}={tag.Value}")));
        }

        if (planned.Encryption is { } encryption)
        {
            yield return ("key", $"{encryption.KmsKeyId}{(encryption.Implied == true ? ", as the source or the Region has it" : "")}");
        }

        yield return ("shared", Share(planned.Share));
        yield return ("launched", LaunchText.Of(planned));
        if (planned.Publication is { } publication)
        {
            yield return ("template", PublicationText.Of(publication));
        }

        foreach (var change in region.Changes)
        {
            yield return ("changes", change);
        }
    }

    private static string Image(RegionPreview region, PlannedSource source) => region.ImageAction switch
    {
        ImageAction.Create => $"{region.Planned.Image?.Name}, made of {source.Id}",
        ImageAction.Copy when region.Region == source.Region => $"{region.Planned.Image?.Name}, copied under its own key in place of the first image",
        ImageAction.Copy => $"{region.Planned.Image?.Name}, copied from {source.Region}{(region.Planned.CopyWithinMinutes is { } minutes ? $" within {minutes} minutes" : "")}",
        _ => $"{source.Id}, as it is",
    };

    private static string Share(PlannedShare? share)
    {
        if (share is null)
        {
            return "with nobody";
        }

        var visibility = share.Visibility switch
        {
            Visibility.Public => "with everyone",
            Visibility.Private => "no longer with everyone",
            _ => null,
        };
        var shown = share.Accounts.Take(MostShown).ToList();
        var rest = share.Accounts.Count - shown.Count;
        var accounts = shown.Count == 0 ? null : $"with {string.Join(", ", shown)}{(rest == 0 ? "" : $" and {rest} more accounts")}";
        var organizations = string.Join(", ", (share.Organizations ?? []).Concat(share.OrganizationalUnits ?? [])) is { Length: > 0 } arns ? $"with {arns} (not the snapshots)" : null;
        var who = string.Join(" and ", new[] { visibility, accounts, organizations }.OfType<string>());
        var exactly = share.Mode == ShareMode.Exact ? "; with nobody else" : "";
        return who.Length == 0 ? "with nobody" : $"{who}{(share.Snapshots ? "; snapshots too" : "; not the snapshots")}{exactly}";
    }
}
