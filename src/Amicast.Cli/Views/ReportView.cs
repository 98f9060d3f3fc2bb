using Amicast.Plans;
using Amicast.Reports;
using Spectre.Console;

namespace Amicast.Cli.Views;

/// <summary>The end of a run: a table of what exists where, with permissions and instances, then what failed.</summary>
internal static class ReportView
{
    private const int MostListed = 20;

    internal static void Write(IAnsiConsole console, Report report)
    {
        if (report is { Regions.Count: > 0, Rollback: null })
        {
            console.Write(Draw(report));
        }

        foreach (var line in report.Regions.SelectMany(TemplateLines.Of))
        {
            console.WriteLine(line);
        }

        WriteFailures(console, report);
        WriteOthers(console, report.Others ?? []);
        foreach (var line in RollbackLines.Of(report.Rollback))
        {
            console.WriteLine(line);
        }

        if (report.Image is { } image && report.Source is { } source && report.Regions.All(region => region.Region != source.Region))
        {
            console.WriteLine($"The first image, {image.ImageId} ({image.Name}), is {image.State} in {source.Region}.");
        }

        WriteSource(console, report);
        foreach (var note in report.Notes ?? [])
        {
            console.WriteLine(note);
        }

        var took = report.StartedAt is { } started ? $" in {Elapsed.Of(report.EndedAt - started)}" : "";
        console.MarkupLine($"{Coloured(report.State)}: run {Markup.Escape(report.Run ?? "")}{took}");
    }

    private static Table Draw(Report report)
    {
        var table = new Table().Border(TableBorder.Rounded);
        table.AddColumns("Region", "Image and snapshots", "Launch permission", "Snapshot permission", "Instances");
        foreach (var region in report.Regions)
        {
            var share = region.Share ?? report.Share;
            table.AddRow(
                Markup.Escape(region.Region) + (region.Succeeded ? "" : "\n[red]failed[/]"),
                Image(region),
                Holders(region.Permissions?.Image, ListedForImages(share), "private"),
                Holders(region.Permissions?.Snapshots, share is { Snapshots: true } ? share.Accounts : [], "none"),
                Instances(region));
        }

        return table;
    }

    private static string Image(RegionReport region) => region.Image is not { } image
        ? "none"
        : string.Join('\n', new[] { image.ImageId, Markup.Escape(image.Name), image.State }.Concat(image.Snapshots));

    private static IReadOnlyList<string> ListedForImages(PlannedShare? share) =>
        share is null ? [] : [.. share.Accounts, .. share.Organizations ?? [], .. share.OrganizationalUnits ?? []];

    private static string Holders(Holders? holders, IReadOnlyList<string> listed, string nobody)
    {
        if (holders is null)
        {
            return nobody;
        }

        IEnumerable<string> asked = holders.Asked == listed.Count && listed.Count <= MostListed ? listed : [$"{holders.Asked} of {listed.Count} asked for"];
        var lines = (holders.Public ? ["public"] : Array.Empty<string>()).Concat(asked).Concat(holders.Others.Select(other => $"{other} (not asked for)")).ToList();
        return lines.Count == 0 ? nobody : Markup.Escape(string.Join('\n', lines));
    }

    private static string Instances(RegionReport region) => region.Instances.Count == 0
        ? "none"
        : string.Join('\n', region.Instances.Select(i => $"{i.InstanceId}\n{i.State}{(i.Status is null ? "" : $", status {i.Status}")}"));

    private static void WriteSource(IAnsiConsole console, Report report)
    {
        if (report.SourceInstance is { } source)
        {
            console.WriteLine($"The source, {source.InstanceId}, is {source.State ?? "not to be seen"}{(source.Kept is null ? "" : $", and was kept: {source.Kept}")}.");
        }
    }

    private static void WriteOthers(IAnsiConsole console, IReadOnlyList<OtherRegion> others)
    {
        foreach (var other in others)
        {
            console.WriteLine(other.Unseen is { } unseen
                ? $"{other.Region}: could not be looked through at the end: {unseen}"
                : $"{other.Region}: also there, made by this run: {string.Join(", ", other.Resources)}");
        }
    }

    private static void WriteFailures(IAnsiConsole console, Report report)
    {
        if (report.Failure is { } failure)
        {
            console.WriteLine($"Failed at {failure.Step} with {failure.Error}: {failure.Message}");
        }

        foreach (var region in report.Regions)
        {
            if (region.Failure is { } regional)
            {
                console.WriteLine($"{region.Region}: failed at {regional.Step} with {regional.Error}: {regional.Message}");
            }

            if (region.Launch is { } launch)
            {
                WriteLaunch(console, region, launch);
            }

            if (region.Unseen is { } unseen)
            {
                console.WriteLine($"{region.Region}: could not be looked through at the end: {unseen}");
            }

            if (region.Others.Count > 0)
            {
                console.WriteLine($"{region.Region}: also there, made by this run: {string.Join(", ", region.Others)}");
            }
        }
    }

    private static void WriteLaunch(IAnsiConsole console, RegionReport region, ReportedLaunch launch)
    {
        if (launch.Terminated)
        {
            console.WriteLine($"{region.Region}: {(launch.Verified ? "verified, and terminated" : "terminated")}, as asked: {region.Instances.Count} of {launch.Asked} instances");
        }
        else if (region.Instances.Count < launch.Asked)
        {
            console.WriteLine($"{region.Region}: {region.Instances.Count} of {launch.Asked} instances were launched");
        }

        foreach (var error in launch.Errors)
        {
            console.WriteLine($"{region.Region}: no capacity from {error}");
        }
    }

    private static string Coloured(RunState state) => state switch
    {
        RunState.Succeeded => "[green]SUCCEEDED[/]",
        RunState.Partial => "[yellow]PARTIAL[/]",
        RunState.RolledBack => "[yellow]ROLLED_BACK[/]",
        _ => "[red]FAILED[/]",
    };
}
