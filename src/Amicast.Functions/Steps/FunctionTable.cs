using Amicast.Announcements;
using Amicast.Functions.Errors;
using Amicast.Functions.Http;

namespace Amicast.Functions.Steps;

/// <summary>The table of functions: the steps of the state machine, and the handlers beside them that are no state of it.</summary>
public sealed class FunctionTable
{
    /// <summary>The handler that announces the ends of executions.</summary>
    public const string Announce = "Announce";

    /// <summary>The handler that answers the HTTP API's requests.</summary>
    public const string HttpApi = "HttpApi";

    private readonly StepTable _steps;
    private readonly Dictionary<string, Func<StepRow>> _others = [];
    private readonly StepSerializer _serializer = new(AmicastJson.Default);

    /// <summary>The table of the steps and what stands beside them.</summary>
    /// <param name="steps">The steps.</param>
    /// <param name="announce">Makes what is behind <see cref="Announce"/>, when it is first asked for.</param>
    /// <param name="httpApi">Makes what is behind <see cref="HttpApi"/>, when it is first asked for.</param>
    public FunctionTable(StepTable steps, Func<Announcer> announce, Func<HttpApi> httpApi)
    {
        var api = new Lazy<StepRow>(() => new HttpApiRow(HttpApi, httpApi()), isThreadSafe: false);
        _steps = steps;
        _others.Add(Announce, () => new HandlerRow<StatusChange, Announced>(Announce, announce().AnnounceAsync, _serializer));
        _others.Add(HttpApi, () => api.Value);
    }

    /// <summary>The handlers' names: the steps in the order of the flow, then the others.</summary>
    public IReadOnlyList<string> Handlers => [.. _steps.Handlers, .. _others.Keys];

    /// <summary>Invokes a function as Lambda would: JSON in, JSON out.</summary>
    /// <param name="handler">Its name.</param>
    /// <param name="payload">Its input as JSON.</param>
    /// <param name="cancellation">Ends it early; what it has asked AWS for may still happen.</param>
    /// <exception cref="UnknownHandlerException">There is no such function.</exception>
    /// <exception cref="BadPayloadException">The payload is not the function's input.</exception>
    public Task<string> InvokeAsync(string handler, string payload, CancellationToken cancellation) => Find(handler).InvokeAsync(payload, cancellation);

    /// <exception cref="UnknownHandlerException">There is no such function.</exception>
    internal StepRow Find(string? handler)
    {
        if (handler is not null && _others.TryGetValue(handler, out var other))
        {
            return other();
        }

        return _steps.Handlers.Contains(handler) ? _steps.Find(handler) : throw new UnknownHandlerException(handler, Handlers);
    }
}
