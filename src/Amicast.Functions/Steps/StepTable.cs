using Amicast.Aws;
using Amicast.Functions.Errors;
using Amicast.Ledgers;
using Amicast.Steps;

namespace Amicast.Functions.Steps;

/// <summary>The table of steps: which handler name (<c>_HANDLER</c>, the template's <c>Handler</c>) runs which step.</summary>
/// <remarks>The Lambda functions and the local cloud both invoke steps through it, so that both run the same code on the same documents.</remarks>
public sealed class StepTable
{
    private readonly List<StepRow> _rows = [];
    private readonly StepSerializer _serializer = new(AmicastJson.Default);

    /// <summary>The table over one way to AWS.</summary>
    /// <param name="aws">The Regions' clients.</param>
    /// <param name="deployment">What the deployment allows.</param>
    /// <param name="time">The clock.</param>
    public StepTable(AwsClients aws, Deployment deployment, TimeProvider time)
        : this(_ => aws, deployment, time)
    {
    }

    /// <summary>The table over several ways to AWS: each step calls as its own role, as on Lambda.</summary>
    /// <param name="awsOf">The Regions' clients of a handler.</param>
    /// <param name="deployment">What the deployment allows.</param>
    /// <param name="time">The clock.</param>
    /// <param name="ledger">The histories of a run's executions; made when a later execution first asks for them.</param>
    public StepTable(Func<string, AwsClients> awsOf, Deployment deployment, TimeProvider time, Func<RunLedger>? ledger = null)
    {
        ArgumentNullException.ThrowIfNull(awsOf);
        ledger ??= () => throw new InvalidOperationException("AMICAST_STATE_MACHINE_ARN is not set: it names the state machine whose executions tell what a run has done.");
        void Add<TInput, TOutput>(string handler, Func<AwsClients, IStep<TInput, TOutput>> step) =>
            _rows.Add(new StepRow<TInput, TOutput>(handler, step(awsOf(handler)), _serializer));

        Add("Plan", aws => new PlanStep(aws, deployment, ledger));
        Add("StopSource", aws => new StopSourceStep(aws, time));
        Add("CreateImage", aws => new CreateImageStep(aws, time));
        Add("CheckImage", aws => new CheckImageStep(aws, time));
        Add("CopyImage", aws => new CopyImageStep(aws, time));
        Add("ShareImage", aws => new ShareImageStep(aws));
        Add("EnsureTemplate", aws => new EnsureTemplateStep(aws, time));
        Add("LaunchInstances", aws => new LaunchInstancesStep(aws, time));
        Add("CheckInstances", aws => new CheckInstancesStep(aws, time));
        Add("PublishTemplate", aws => new PublishTemplateStep(aws));
        Add("TerminateInstances", aws => new TerminateInstancesStep(aws, time));
        Add("RemoveFirstImage", aws => new RemoveFirstImageStep(aws));
        Add("RetireSource", aws => new RetireSourceStep(aws, time));
        Add("Rollback", aws => new RollbackStep(aws, deployment, time, ledger));
        Add("Summarize", aws => new SummarizeStep(aws, time));
    }

    /// <summary>The handlers' names, in the order of the flow.</summary>
    public IReadOnlyList<string> Handlers => [.. _rows.Select(row => row.Handler)];

    /// <summary>Invokes a step as Lambda would: JSON in, JSON out.</summary>
    /// <param name="handler">The step's name.</param>
    /// <param name="payload">Its input as JSON.</param>
    /// <param name="cancellation">Ends the step early; what it has asked AWS for may still happen.</param>
    /// <exception cref="UnknownHandlerException">There is no such step.</exception>
    /// <exception cref="BadPayloadException">The payload is not the step's input.</exception>
    /// <exception cref="Amicast.Errors.AmicastException">The step failed; <see cref="ErrorBody.From"/> makes the error that Step Functions sees.</exception>
    public Task<string> InvokeAsync(string handler, string payload, CancellationToken cancellation) => Find(handler).InvokeAsync(payload, cancellation);

    /// <exception cref="UnknownHandlerException">There is no such step.</exception>
    internal StepRow Find(string? handler) =>
        _rows.Find(row => row.Handler == handler) ?? throw new UnknownHandlerException(handler, Handlers);
}
