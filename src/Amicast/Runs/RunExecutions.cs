using Amicast.Requests;

namespace Amicast.Runs;

/// <summary>The executions of runs, found by their names.</summary>
internal sealed class RunExecutions(StepFunctionsClient stepFunctions, string stateMachineArn)
{
    /// <summary>The run's latest execution, or null where there is none.</summary>
    internal async Task<DescribeExecutionResponse?> FindLatestAsync(string run, int atLeast = 1)
    {
        // A name such as web--2 is one of the executions of the run web.
        if (!RunId.IsValid(run))
        {
            return null;
        }

        if (await FindAsync(new ExecutionName(run, atLeast)) is { } found)
        {
            return await FindLatestAsync(found);
        }

        // A look that began behind the first execution says nothing where it finds none.
        return atLeast > 1 ? await FindLatestAsync(run) : null;
    }

    /// <summary>The latest execution of a run of which one is known.</summary>
    internal async Task<DescribeExecutionResponse> FindLatestAsync(DescribeExecutionResponse known)
    {
        // The next one starts only when the one before has ended, so one that runs is the latest.
        while (known.Status != RunView.Running && await FindAsync(ExecutionName.Parse(known.Name).Next()) is { } next)
        {
            known = next;
        }

        return known;
    }

    /// <exception cref="UnknownRunException">There is none.</exception>
    internal async Task<DescribeExecutionResponse> LatestAsync(string run) => await FindLatestAsync(run) ?? throw new UnknownRunException(run);

    /// <summary>One execution, or null where there is none of that name.</summary>
    internal Task<DescribeExecutionResponse?> FindAsync(ExecutionName name) => stepFunctions.FindExecutionAsync(ArnOf(name));

    // arn:aws:states:{region}:{account}:stateMachine:{name} and …:execution:{name}:{execution}
    internal string ArnOf(ExecutionName name) => $"{stateMachineArn.Replace(":stateMachine:", ":execution:", StringComparison.Ordinal)}:{name}";
}
