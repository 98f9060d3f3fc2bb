using System.Globalization;
using Amicast.Runs;
using Spectre.Console;

namespace Amicast.Cli.Views;

/// <summary>Runs as a table.</summary>
internal static class RunListView
{
    internal static void Write(IAnsiConsole console, RunPage page)
    {
        if (page.Runs.Count == 0)
        {
            console.WriteLine("There are no runs.");
            return;
        }

        var table = new Table().Border(TableBorder.Rounded).AddColumns("Run", "Execution", "Status", "Started", "Took");
        foreach (var run in page.Runs)
        {
            var took = run.EndedAt is { } ended ? Elapsed.Of(ended - run.StartedAt) : "";
            table.AddRow(new Text(run.Run), new Text(run.Execution.ToString(CultureInfo.InvariantCulture)), Coloured(run.Status), new Text(Moment(run.StartedAt)), new Text(took));
        }

        console.Write(table);
        if (page.NextToken is not null)
        {
            console.WriteLine("There are more: --max lists them.");
        }
    }

    internal static string Moment(DateTimeOffset moment) => moment.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static Markup Coloured(string status) => new(status switch
    {
        "SUCCEEDED" => $"[green]{status}[/]",
        "RUNNING" => status,
        _ => $"[red]{status}[/]",
    });
}
