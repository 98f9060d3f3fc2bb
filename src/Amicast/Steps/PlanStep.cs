using System.Text.Json;
using Amicast.Aws;
using Amicast.Errors;
using Amicast.Plans;
using Amicast.Requests;

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
public sealed class PlanStep(AwsClients aws, Deployment deployment) : IStep<PlanInput, Plan>
{
    /// <inheritdoc/>
    public async Task<Plan> ExecuteAsync(PlanInput input, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(input);
        var (request, problems) = RequestReader.Read(input.Request);
        var run = RunOf(request, input.Execution, problems);
        var plan = request is null ? null : await new Planner(aws, deployment).MakeAsync(request, run, input.Execution.StartedAt, problems, cancellation);
        return problems.Count == 0 && plan is not null ? plan : throw new InvalidRequestException(problems);
    }

    private static string RunOf(Request? request, ExecutionContext execution, List<Problem> problems)
    {
        if (request?.Run is { } run && run != execution.Name)
        {
            problems.Add(new Problem("$.run", "RunIsNotExecution", $"the request names run '{run}', the execution is named '{execution.Name}'",
                "give the execution the run's name, or leave 'run' out"));
        }
        else if (!RunId.IsValid(execution.Name))
        {
            problems.Add(new Problem("$.run", "InvalidRunId", $"the execution's name '{execution.Name}' is not a run id", "use 1 to 64 letters, digits, '_' and '-'"));
        }

        return execution.Name;
    }
}
