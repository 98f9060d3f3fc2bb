using Amicast.Simulator.Ec2;
using Amicast.Simulator.Ec2.Wire;
using Amicast.VirtualTime;

namespace Amicast.Simulator;

/// <summary>The HTTP side of the cloud, in process and on the world's thread.</summary>
internal sealed class CloudHandler(WorldClock clock, Line line) : HttpMessageHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        clock.AssertOnThread();
        cancellationToken.ThrowIfCancellationRequested();
        var answer = await UntilCancelledAsync(AnswerAsync(request), cancellationToken);
        return answer.ToMessage(request);
    }

    private async Task<Answer> AnswerAsync(HttpRequestMessage request)
    {
        try
        {
            return await line.CarryAsync(await Request.ReadAsync(request));
        }
        catch (Ec2Exception unreadable)
        {
            return line.Refuse(unreadable);
        }
    }

    /// <summary>The caller may stop listening; the call goes on all the same.</summary>
    private static async Task<Answer> UntilCancelledAsync(Task<Answer> call, CancellationToken cancellationToken)
    {
        if (!cancellationToken.CanBeCanceled)
        {
            return await call;
        }

        var heard = new TaskCompletionSource<Answer>();
        using var cancellation = cancellationToken.UnsafeRegister(_ => heard.TrySetCanceled(cancellationToken), null);
        _ = TellAsync(call, heard);
        return await heard.Task;
    }

    private static async Task TellAsync(Task<Answer> call, TaskCompletionSource<Answer> heard)
    {
        try
        {
            heard.TrySetResult(await call);
        }
        catch (Exception failure)
        {
            // What breaks on the way to the caller, or is broken in here, is the caller's to see.
            heard.TrySetException(failure);
        }
    }
}
