namespace Amicast.Aws;

/// <summary>Gives up a call whose answer does not begin in time, so that one that hangs costs an attempt, and not the whole invocation.</summary>
/// <remarks>The call itself may still go through, as one whose answer was lost: every call of a step is safe to repeat (design rule 2). It is not cancelled: an answer that comes late is thrown away.</remarks>
/// <param name="transport">Carries the calls. Not disposed of.</param>
/// <param name="time">The clock that is waited on.</param>
internal sealed class AnswerLimit(HttpMessageHandler transport, TimeProvider time) : HttpMessageHandler
{
    /// <summary>
    /// EC2 answers within a few seconds. Three attempts and the waits between them, about 47 seconds, end before the function of a step does (60 seconds in <c>template.yaml</c>).
    /// </summary>
    internal static readonly TimeSpan Longest = TimeSpan.FromSeconds(15);

    private readonly HttpMessageInvoker _transport = new(transport, disposeHandler: false);

    /// <exception cref="HttpRequestException">No answer came in time.</exception>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var answer = _transport.SendAsync(request, cancellationToken);
        try
        {
            return await answer.WaitAsync(Longest, time, CancellationToken.None);
        }
        catch (TimeoutException late)
        {
            _ = ThrowAwayAsync(answer);
            throw new HttpRequestException(HttpRequestError.Unknown, $"no answer within {Longest.TotalSeconds} seconds", late);
        }
    }

    private static async Task ThrowAwayAsync(Task<HttpResponseMessage> answer)
    {
        try
        {
            (await answer).Dispose();
        }
        catch (Exception e) when (e is HttpRequestException or IOException or OperationCanceledException)
        {
            // It was given up.
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _transport.Dispose();
        }

        base.Dispose(disposing);
    }
}
