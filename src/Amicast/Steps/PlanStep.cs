using System.Text.Json;
using Amicast.Aws;
using Amicast.Errors;
using Amicast.Ledgers;
using Amicast.Plans;

namespace Amicast.Steps;

/// <summary>The execution that a run's step belongs to, from Step Functions' context object.</summary>
/// <param name="Name">The execution's name; the first execution's is the run's id.</param>
/// <param name="StartedAt">When it started.</param>
public sealed record ExecutionContext(string Name, DateTimeOffset StartedAt);

/// <summary>What the state <c>Plan</c> gets.</summary>
/// <param name="Request">The request document, as it came.</param>
/// <param name="Execution">The execution.</param>
public sealed record PlanInput(JsonElement Request, ExecutionContext Execution);

/// <summary>Reads the request, looks at the account, and resolves both into the plan; refuses with every problem at once. Makes nothing.</summary>
/// <param name="aws">The account.</param>
/// <param name="deployment">What requests may ask for.</param>
/// <param name="ledger">The histories of the run's earlier executions; asked only by a later one.</param>
public sealed class PlanStep(AwsClients aws, Deployment deployment, Func<RunLedger> ledger) : IStep<PlanInput, Plan>
{
    /// <inheritdoc/>
    public async Task<Plan> ExecuteAsync(PlanInput input, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(input);
        var execution = RunExecution.Of(input.Execution.Name);
        var earlier = execution.IsFirst ? null : await ReadAsync(execution, cancellation);
        var result = await new Planner(aws, deployment).PlanAsync(input.Request, execution.Run, input.Execution.StartedAt, PlanPurpose.Run, cancellation, earlier);
        return result.Plan ?? throw new InvalidRequestException(result.Problems);
    }

    private async Task<EarlierRun> ReadAsync(RunExecution execution, CancellationToken cancellation)
    {
        var read = await ledger().ReadAsync(execution.Run, execution.Number - 1, cancellation);
        read.CheckEnded(execution.Run);
        if (read.Missing.Count > 0)
        {
            throw new HistoryMissingException(
                $"{execution.Name} resumes run {execution.Run}, and Step Functions knows no execution {string.Join(", ", read.Missing)}: what was there before the run cannot be told. Number executions without a gap; after 90 days, roll back and start another run.");
        }

        return read.Entries.FirstOrDefault(entry => entry.HasRolledBack) is { } rollback
            ? throw new RunRolledBackException($"Run {execution.Run} was rolled back by its execution {new RunExecution(execution.Run, rollback.Number).Name}. Start another run.")
            : EarlierRun.Of(read);
    }
}
