using System.Text.Json;
using Amicast.Aws;
using Amicast.Errors;
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
public sealed class PlanStep(AwsClients aws, Deployment deployment) : IStep<PlanInput, Plan>
{
    /// <inheritdoc/>
    public async Task<Plan> ExecuteAsync(PlanInput input, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(input);
        var result = await new Planner(aws, deployment).PlanAsync(input.Request, input.Execution.Name, input.Execution.StartedAt, PlanPurpose.Run, cancellation);
        return result.Plan ?? throw new InvalidRequestException(result.Problems);
    }
}
