using Amicast.Cli.Commands;
using Amicast.Cli.Views;
using Amicast.Runs;
using Spectre.Console;

namespace Amicast.Cli.Deployed;

/// <summary>Watches a deployed run until it ends, or until Ctrl-C ends the watching: the run goes on then.</summary>
internal sealed class RunWatch(Terminal terminal, Stack stack)
{
    private const int MostLooksLost = 5;
    // GetExecutionHistory is throttled at 5 calls a second in the smaller Regions, for everybody in the account.
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan BetweenLocalLooks = TimeSpan.FromMilliseconds(250);

    /// <summary>Watches and returns the exit code: how the run ended, or 130.</summary>
    internal async Task<int> FollowAsync(RunStart run, bool asJson, string request)
    {
        using var ended = new CancellationTokenSource();
        using var interruption = new Interruption(ended.Cancel);
        try
        {
            var follower = stack.Runs.Follow(run.Run, run.Execution);
            // The views call back and wait; looking at a process of its own needs no world.
            var end = View(asJson).While(show => LookUntilEndAsync(follower, show, ended.Token).GetAwaiter().GetResult());
            return new RunOutcome(terminal).Write(end, interrupted: false, asJson, request);
        }
        catch (OperationCanceledException)
        {
            terminal.Error.WriteLine($"No longer watching; run {run.Run} goes on. 'amicast status {run.Run} --follow' watches it again, 'amicast stop {run.Run}' stops it.");
            return ExitCode.Interrupted;
        }
    }

    private async Task<RunView> LookUntilEndAsync(RunFollower follower, Action<IReadOnlyList<RunView>> show, CancellationToken interrupted)
    {
        var lost = 0;
        while (true)
        {
            try
            {
                var seen = await follower.LookThroughAsync();
                lost = 0;
                show(seen);
                if (seen[^1].HasEnded)
                {
                    return seen[^1];
                }
            }
            catch (Exception error) when (IsPassing(error) && ++lost < MostLooksLost)
            {
                // The next look reads what this one has missed.
            }

            await WaitAsync(interrupted);
        }
    }

    private Task WaitAsync(CancellationToken interrupted)
    {
#pragma warning disable RS0030 // What is watched is outside: the time between two looks is the wall's.
        return Task.Delay(stack.IsLocal ? BetweenLocalLooks : BetweenLooks, TimeProvider.System, interrupted);
#pragma warning restore RS0030
    }

    private static bool IsPassing(Exception error) => error is HttpRequestException or StepFunctionsException { IsPassing: true };

    private IProgressView View(bool asJson)
    {
        var console = asJson ? terminal.Error : terminal.Output;
#pragma warning disable RS0030 // On AWS the runs' clock is the wall's.
        var clock = stack.IsLocal ? null : TimeProvider.System;
#pragma warning restore RS0030
        return console.Profile.Capabilities is { Interactive: true, Ansi: true } ? new LiveProgressView(console, clock) : new PlainProgressView(console);
    }
}
