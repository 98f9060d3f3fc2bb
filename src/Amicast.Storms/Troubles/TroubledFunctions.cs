using Amicast.StatesLanguage.Execution;
using Amicast.Storms.Drawing;
using Amicast.VirtualTime;

namespace Amicast.Storms.Troubles;

/// <summary>Lambda on a bad day: kills invocations, delivers them twice, and gives up on some that go on working.</summary>
/// <param name="functions">What carries invocations out.</param>
/// <param name="clock">The world's clock.</param>
/// <param name="chance">What is drawn for each invocation.</param>
/// <param name="probability">How likely an invocation has a fate.</param>
/// <param name="tally">Counts the fates.</param>
internal sealed class TroubledFunctions(ITaskInvoker functions, WorldClock clock, Chance chance, double probability, FateTally tally) : ITaskInvoker
{
    // A state is retried twelve times: what is killed again and again is no trouble that passes.
    private const int MostInARow = 3;
    // A look takes a call or two, most steps a few; a plan, or sharing, takes many.
    private static readonly int[] Calls = [2, 4, 8, 40];
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan LatestAgain = TimeSpan.FromSeconds(50);
    private static readonly Fate[] Fates = [.. Enum.GetValues<Fate>().Where(fate => fate != Fate.Spared)];
    private readonly Dictionary<string, int> _inARow = [];

    public Task<string> InvokeAsync(TaskInvocation invocation)
    {
        var fate = Draw(invocation.Resource);
        if (fate is not (Fate.KilledBeforeCall or Fate.KilledDuringCall or Fate.KilledAfterCall))
        {
            tally.Count(fate);
        }

        return fate switch
        {
            Fate.Spared => functions.InvokeAsync(invocation),
            Fate.Twice => TwiceAsync(invocation),
            Fate.KilledAtOnce => throw Killed(),
            Fate.KilledAtTheEnd => KilledAtTheEndAsync(invocation),
            Fate.TimedOutAlive => TimedOutAsync(invocation),
            _ => KilledAtCallAsync(invocation, new DoomedInvocation(fate, DrawCall(), () => tally.Count(fate))),
        };
    }

    // An invocation that makes fewer calls is spared.
    private int DrawCall() => chance.Next(1, 1 + chance.OneOf(Calls));

    private Fate Draw(string function)
    {
        var before = _inARow.GetValueOrDefault(function);
        var fate = before < MostInARow && chance.Strikes(probability) ? chance.OneOf(Fates) : Fate.Spared;
        _inARow[function] = fate is Fate.Spared or Fate.Twice ? 0 : before + 1;
        return fate;
    }

    private Task<string> TwiceAsync(TaskInvocation invocation)
    {
        var first = functions.InvokeAsync(invocation);
        _ = AgainAsync(invocation, chance.Between(TimeSpan.Zero, TimeSpan.FromSeconds(5)));
        return first;
    }

    private async Task AgainAsync(TaskInvocation invocation, TimeSpan later)
    {
        await Task.Delay(later, clock);
        try
        {
            await functions.InvokeAsync(invocation);
        }
        catch (TaskFailedException)
        {
            // Nobody waits for its answer.
        }
    }

    private async Task<string> KilledAtTheEndAsync(TaskInvocation invocation)
    {
        await functions.InvokeAsync(invocation);
        throw Killed();
    }

    private async Task<string> TimedOutAsync(TaskInvocation invocation)
    {
        await Task.Delay(Timeout, clock);
        _ = AgainAsync(invocation, chance.Between(TimeSpan.Zero, LatestAgain));
        throw new TaskFailedException("Sandbox.Timedout", """{"errorType":"Sandbox.Timedout","errorMessage":"Task timed out after 60.00 seconds"}""");
    }

    private async Task<string> KilledAtCallAsync(TaskInvocation invocation, DoomedInvocation doomed)
    {
        var work = WorkAsync(invocation, doomed);
        return await Task.WhenAny(work, doomed.Died) == work ? await work : throw Killed();
    }

    private async Task<string> WorkAsync(TaskInvocation invocation, DoomedInvocation doomed)
    {
        DoomedInvocation.Current = doomed;
        return await functions.InvokeAsync(invocation);
    }

    private static TaskFailedException Killed() =>
        new("Lambda.Unknown", "The cause could not be determined because Lambda did not return an error type. Returned payload: {\"errorType\":\"Runtime.ExitError\"}");
}
