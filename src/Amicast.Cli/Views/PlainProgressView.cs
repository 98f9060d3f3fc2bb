using Amicast.Runs;
using Spectre.Console;

namespace Amicast.Cli.Views;

/// <summary>Progress for pipes and logs: a line when a Region goes on to another step, meets trouble, or is a quarter further.</summary>
internal sealed class PlainProgressView(IAnsiConsole console) : IProgressView
{
    private const double Quarter = 25;
    private readonly Dictionary<string, string> _shown = [];

    public TResult While<TResult>(Func<Action<IReadOnlyList<RunView>>, TResult> work) => work(views =>
    {
        foreach (var view in views)
        {
            Show(view);
        }
    });

    private void Show(RunView run)
    {
        ShowRegion(run, run.Source, "image");
        foreach (var region in run.Regions)
        {
            ShowRegion(run, region, region.Region);
        }
    }

    private void ShowRegion(RunView run, RegionView region, string name)
    {
        var line = Words(region);
        if (line.Length == 0 || _shown.GetValueOrDefault(name) == line)
        {
            return;
        }

        _shown[name] = line;
        console.WriteLine($"{Elapsed.Of((region.EndedAt ?? run.SeenAt) - run.StartedAt)}  {name,-15} {line}");
    }

    private static string Words(RegionView region) => region switch
    {
        // Planning takes a second, and a request that is refused is told of by its problems.
        { Standing: Standing.Waiting } or { Step: "Plan", Trouble: null or "InvalidRequest" } => "",
        { Standing: Standing.Done } => "done",
        { Standing: Standing.Failed } => $"failed at {region.Step}{(region.Trouble is null ? "" : $": {region.Trouble}")}",
        { Trouble: { } trouble } => $"{region.Step}: {trouble}",
        { Step: "CheckImage", Progress: >= Quarter and var percent } => $"{region.Step} {Math.Floor(percent / Quarter) * Quarter:F0}%",
        _ => region.Step,
    };
}
