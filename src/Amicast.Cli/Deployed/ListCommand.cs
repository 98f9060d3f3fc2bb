using System.CommandLine;
using Amicast.Cli.Kept;
using Amicast.Cli.Views;
using Amicast.Runs;

namespace Amicast.Cli.Deployed;

/// <summary><c>amicast list</c>: the runs of a stack.</summary>
internal static class ListCommand
{
    private const int DefaultMost = 20;
    private const int HighestMost = 1000;
    private static readonly string[] Statuses = ["RUNNING", "SUCCEEDED", "FAILED", "TIMED_OUT", "ABORTED"];

    internal static Command Make(Terminal terminal)
    {
        var stack = new StackChoice();
        var status = new Option<string?>("--status") { Description = "Only runs whose latest execution is in this status.", HelpName = "STATUS" };
        status.AcceptOnlyFromAmong(Statuses);
        var most = new Option<int>("--max") { Description = $"The most runs to list, up to {HighestMost}.", HelpName = "N", DefaultValueFactory = _ => DefaultMost };
        most.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && result.GetValueOrDefault<int>() is < 1 or > HighestMost)
            {
                result.AddError($"--max: give a number from 1 to {HighestMost}.");
            }
        });
        var json = new Option<bool>("--json") { Description = "Print the list as JSON." };
        var command = new Command("list", "List the runs of a stack, the one that was started last first.") { status, most, json };
        stack.AddTo(command);
        var kept = new KeptChoice("List the runs of 'amicast run --aws' on this machine.", stack);
        kept.AddTo(command, takesPublicImages: false);
        command.SetAction((parsed, _) => ShowAsync(terminal, kept.Read(parsed), stack.Read(parsed), runs => ReadAsync(runs, parsed.GetValue(status), parsed.GetValue(most)), parsed.GetValue(json)));
        return command;
    }

    private static Task<int> ShowAsync(Terminal terminal, StateFolder? kept, StackOptions options, Func<RunControl, Task<RunPage>> read, bool asJson) => kept is not null
        ? Task.FromResult(new KeptLook(terminal).Show(kept, read, page => Show(terminal, page, asJson)))
        : new StackCommand(terminal).RunAsync(options, async stack =>
        {
            Show(terminal, await read(stack.Runs), asJson);
            return ExitCode.Succeeded;
        });

    private static void Show(Terminal terminal, RunPage page, bool asJson)
    {
        if (asJson)
        {
            DeployedJson.Write(terminal, page, DeployedJson.Indented.RunPage);
        }
        else
        {
            RunListView.Write(terminal.Output, page);
        }
    }

    // A page of executions may hold fewer runs.
    private static async Task<RunPage> ReadAsync(RunControl runs, string? status, int most)
    {
        var found = new List<RunSummary>();
        string? token = null;
        do
        {
            var page = await runs.ListAsync(status, most - found.Count, token);
            found.AddRange(page.Runs);
            token = page.NextToken;
        }
        while (token is not null && found.Count < most);

        return new RunPage(found, token);
    }
}
