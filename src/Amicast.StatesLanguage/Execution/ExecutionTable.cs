namespace Amicast.StatesLanguage.Execution;

/// <summary>All executions there are, in the order of their start.</summary>
internal sealed class ExecutionTable
{
    private readonly List<RunningExecution> _all = [];
    private readonly Dictionary<string, RunningExecution> _byArn = [];

    public void Add(RunningExecution execution)
    {
        _byArn.Add(execution.Arn, execution);
        _all.Add(execution);
    }

    public RunningExecution? Find(string arn) => _byArn.GetValueOrDefault(arn);

    /// <summary>The execution of this name that runs with this input, or null if the name is free.</summary>
    /// <exception cref="StepFunctionsException">ExecutionAlreadyExists: the name is taken by another.</exception>
    public RunningExecution? FindSame(string arn, string input)
    {
        var execution = Find(arn);
        return execution is null || (execution.StopDate is null && execution.InputText == input)
            ? execution
            : throw new StepFunctionsException("ExecutionAlreadyExists", $"Execution Already Exists: '{arn}'");
    }

    public bool HasMapRun(string arn) => _all.Exists(execution => execution.MapRun?.Arn == arn);

    public ExecutionPage List(ExecutionFilter filter, int pageSize, string? token)
    {
        var page = new List<ExecutionDescription>();
        for (var i = Paging.Start(token, filter.Scope, _all.Count - 1, _all.Count); i >= 0; i--)
        {
            if (!filter.Accepts(_all[i]))
            {
                continue;
            }

            if (page.Count == pageSize)
            {
                return new ExecutionPage(page, Paging.Token(filter.Scope, i));
            }

            page.Add(_all[i].Describe());
        }

        return new ExecutionPage(page, NextToken: null);
    }
}
