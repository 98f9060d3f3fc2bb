using Amicast.Runs;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Amicast.Cli.Views;

/// <summary>Where a run stands, as a table: a line a Region.</summary>
internal static class ProgressTable
{
    private const int BarWidth = 20;

    internal static Table Draw(RunView run)
    {
        var table = new Table().Border(TableBorder.Rounded).Title($"run {Markup.Escape(run.Run)}  {Elapsed.Of(run.SeenAt - run.StartedAt)}");
        table.AddColumns("Region", "Step", "Progress", "Time");
        table.AddRow(Row(run, run.Source, run.Source.Region.Length > 0 ? $"{run.Source.Region} (image)" : "image"));
        foreach (var region in run.Regions)
        {
            table.AddRow(Row(run, region, region.Region));
        }

        return table;
    }

    private static IRenderable[] Row(RunView run, RegionView region, string name) =>
    [
        new Text(name),
        new Markup(Step(region)),
        new Markup(Bar(region)),
        new Text(region.BegunAt is { } begun ? Elapsed.Of((region.EndedAt ?? run.SeenAt) - begun) : ""),
    ];

    private static string Step(RegionView region) => region.Standing switch
    {
        Standing.Waiting => "[grey]waiting[/]",
        Standing.Done => "[green]done[/]",
        Standing.Failed => $"[red]failed at {region.Step}: {Markup.Escape(region.Trouble ?? "")}[/]",
        _ => region.Trouble is { } trouble ? $"{region.Step} [yellow]{Markup.Escape(trouble)}[/]" : region.Step,
    };

    private static string Bar(RegionView region)
    {
        if (region.Standing == Standing.Waiting || region.Progress is not { } percent)
        {
            return "";
        }

        var full = (int)Math.Round(percent / 100 * BarWidth);
        return $"[green]{new string('━', full)}[/][grey]{new string('━', BarWidth - full)}[/] {percent,3:F0}%";
    }
}
