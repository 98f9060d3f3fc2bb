namespace Amicast.Runs;

/// <summary>The executions of runs, found by their names.</summary>
internal sealed class RunExecutions(StepFunctionsClient stepFunctions, string stateMachineArn)
{
    private const string Unknown = "ExecutionDoesNotExist";

    /// <summary>The run's latest execution, or null where there is none.</summary>
    internal async Task<DescribeExecutionResponse?> FindLatestAsync(string run, int atLeast = 1)
    {
        var name = new ExecutionName(run, atLeast);
        DescribeExecutionResponse? latest = null;
        while (await FindAsync(name) is { } found)
        {
            (latest, name) = (found, name.Next());
        }

        // A look that began behind the first execution says nothing where it finds none.
        return latest is null && atLeast > 1 ? await FindLatestAsync(run) : latest;
    }

    /// <exception cref="UnknownRunException">There is none.</exception>
    internal async Task<DescribeExecutionResponse> LatestAsync(string run) => await FindLatestAsync(run) ?? throw new UnknownRunException(run);

    /// <summary>One execution, or null where there is none of that name.</summary>
    internal async Task<DescribeExecutionResponse?> FindAsync(ExecutionName name)
    {
        try
        {
            return await stepFunctions.DescribeExecutionAsync(ArnOf(name));
        }
        catch (StepFunctionsException unknown) when (unknown.Code == Unknown)
        {
            return null;
        }
    }

    // arn:aws:states:{region}:{account}:stateMachine:{name} and …:execution:{name}:{execution}
    internal string ArnOf(ExecutionName name) => $"{stateMachineArn.Replace(":stateMachine:", ":execution:", StringComparison.Ordinal)}:{name}";
}
