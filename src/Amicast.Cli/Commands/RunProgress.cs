using Amicast.Cli.Views;
using Amicast.Runs;

namespace Amicast.Cli.Commands;

/// <summary>Starts an execution in a world of this process, and shows every Region's progress to its end.</summary>
internal sealed class RunProgress(Terminal terminal, RunWorld world)
{
    /// <summary>Runs the world until the execution has ended; one that is there already is only looked at.</summary>
    /// <param name="begin">Starts it.</param>
    /// <param name="asJson">Whether standard output is the report's alone.</param>
    internal (RunStart Start, RunView End) Follow(Func<RunControl, Task<RunStart>> begin, bool asJson) =>
        View(asJson).While(show => world.Clock.Run(() => FollowAsync(begin, show)));

    private async Task<(RunStart Start, RunView End)> FollowAsync(Func<RunControl, Task<RunStart>> begin, Action<IReadOnlyList<RunView>> show)
    {
        var start = await begin(world.Cloud.Runs);
        var follower = world.Cloud.Runs.Follow(start.Run, start.Execution);
        while (true)
        {
            var seen = await follower.LookThroughAsync();
            show = start.IsNew ? TryShow(show, seen) : show;
            if (seen[^1] is { HasEnded: true } end)
            {
                // What ended outside the flow has no report of its own.
                return (start, end with { Report = end.Report ?? await world.Cloud.ReportAsync(new ExecutionName(start.Run, start.Execution).ToString()) });
            }

            await Task.Delay(world.BetweenLooks, world.Clock);
        }
    }

    // A run does not end because nobody can read of it any more: a full disk or a broken pipe only ends the showing.
    private static Action<IReadOnlyList<RunView>> TryShow(Action<IReadOnlyList<RunView>> show, IReadOnlyList<RunView> seen)
    {
        try
        {
            show(seen);
            return show;
        }
        catch (IOException)
        {
            return _ => { };
        }
    }

    // With --json standard output is the report's alone.
    private IProgressView View(bool asJson)
    {
        var console = asJson ? terminal.Error : terminal.Output;
        return console.Profile.Capabilities is { Interactive: true, Ansi: true } ? new LiveProgressView(console, world.Clock) : new PlainProgressView(console);
    }
}
