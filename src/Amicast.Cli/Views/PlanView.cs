using Amicast.Plans.Previews;
using Spectre.Console;

namespace Amicast.Cli.Views;

/// <summary>A plan that can be carried out: a tree of what would be made where and what would change, then the estimate and what is worth knowing.</summary>
internal static class PlanView
{
    internal static void Write(IAnsiConsole console, PlanPreview plan)
    {
        var source = plan.Source!;
        console.WriteLine($"Run {plan.Run} would start from {source.Id} in {source.Region}. Nothing is made by this command.");
        console.WriteLine();
        if (plan.Regions.All(region => region.Region != source.Region))
        {
            console.Write(Draw($"{Markup.Escape(source.Region)} [dim](source)[/]", SourceLines(plan)));
        }

        foreach (var region in plan.Regions)
        {
            var changes = region.Region == source.Region ? plan.Changes : [];
            console.Write(Draw(Markup.Escape(region.Region), RegionLines.Of(region, source).Concat(changes.Select(Change))));
        }

        console.WriteLine();
        Write(console, plan.Estimate!);
        WarningsView.Write(console, plan.Warnings);
    }

    private static IEnumerable<(string Label, string Text)> SourceLines(PlanPreview plan) =>
        (plan.Image is { } image ? new[] { ("image", $"{image.Name}, made of {plan.Source!.Id}; the copies are made of it, and it stays") } : []).Concat(plan.Changes.Select(Change));

    private static (string Label, string Text) Change(string sentence) => ("changes", sentence);

    private static Tree Draw(string title, IEnumerable<(string Label, string Text)> lines)
    {
        var tree = new Tree(title);
        foreach (var (label, text) in lines)
        {
            tree.AddNode($"[dim]{label,-9}[/] {Markup.Escape(text)}");
        }

        return tree;
    }

    private static void Write(IAnsiConsole console, PlanEstimate estimate)
    {
        var time = estimate.LeastMinutes == estimate.MostMinutes ? $"{estimate.MostMinutes} minutes" : $"{estimate.LeastMinutes} to {estimate.MostMinutes} minutes";
        var size = estimate.SourceGiB is null ? "" : $"; at most {estimate.StoredGiB} GiB of snapshots, {estimate.TransferredGiB} GiB of it copied between Regions";
        console.WriteLine($"Estimate: {time}{size}.");
        foreach (var sentence in estimate.Basis)
        {
            Indented.Write(console, sentence);
        }
    }
}
