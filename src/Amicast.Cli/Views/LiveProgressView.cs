using Amicast.Runs;
using Spectre.Console;

namespace Amicast.Cli.Views;

/// <summary>Progress for a terminal: one table, drawn anew in place, a line a Region.</summary>
/// <param name="console">The terminal.</param>
/// <param name="clock">The world's clock, for the time that a step has taken so far; none where that clock is not known here.</param>
internal sealed class LiveProgressView(IAnsiConsole console, TimeProvider? clock) : IProgressView
{
    public TResult While<TResult>(Func<Action<IReadOnlyList<RunView>>, TResult> work) =>
        console.Live(new Text("")).AutoClear(true).Start(live => work(views =>
        {
            var run = views[^1];
            // Between two events time goes on, and a person wants to see that it does.
            live.UpdateTarget(ProgressTable.Draw(run.HasEnded || clock is null ? run : run with { SeenAt = clock.GetUtcNow() }));
            live.Refresh();
        }));
}
