using Amazon.Runtime;
using Amicast.Cli.Commands;
using Amicast.Requests;
using Amicast.Runs;
using Spectre.Console;

namespace Amicast.Cli.Deployed;

/// <summary>What all commands for a deployed stack have in common: they find it, do their work, and tell what was refused.</summary>
internal sealed class StackCommand(Terminal terminal)
{
    private const int MostNamed = 100;

    /// <summary>Does the work on the stack and returns the exit code.</summary>
    internal async Task<int> RunAsync(StackOptions options, Func<Stack, Task<int>> work)
    {
        try
        {
            using var stack = await Stack.OpenAsync(options, terminal);
            return await TryAsync(stack, work);
        }
        catch (BadOptionException bad)
        {
            return Refuse(bad.Message, ExitCode.BadUsage);
        }
        catch (StepFunctionsException refused)
        {
            return Refuse($"Step Functions refused: {refused.Message}", ExitCode.Failed);
        }
        catch (HttpRequestException unreachable)
        {
            return Refuse($"Step Functions does not answer: {unreachable.Message}", ExitCode.Failed);
        }
        catch (AmazonClientException unsigned)
        {
            return Refuse($"The call could not be signed: {unsigned.Message}", ExitCode.Failed);
        }
    }

    private async Task<int> TryAsync(Stack stack, Func<Stack, Task<int>> work)
    {
        try
        {
            return await work(stack);
        }
        catch (UnknownRunException unknown)
        {
            var known = (await stack.Runs.ListAsync(status: null, MostNamed, nextToken: null)).Runs.Select(run => run.Run);
            return Refuse($"{unknown.Message}{(Nearest.To(unknown.Run, known) is { } near ? $" Did you mean '{near}'?" : "")}", ExitCode.BadUsage);
        }
        catch (RunRefusedException refused)
        {
            return Refuse(refused.Message, RunRefusal.ExitCodeOf(refused));
        }
    }

    private int Refuse(string why, int exitCode)
    {
        terminal.Error.WriteLine(why);
        return exitCode;
    }
}
