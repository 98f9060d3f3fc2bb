namespace Amicast.Local.Native;

/// <summary>One piece of work for a function's process, and where its result is awaited.</summary>
/// <param name="RequestId">Lambda's id of it.</param>
/// <param name="FunctionArn">The ARN that was called.</param>
/// <param name="Payload">What the caller sent.</param>
/// <param name="TraceId">The X-Ray trace, which is not sampled.</param>
/// <param name="AskedAt">What the account's clock shows when this is made; it goes at the wall's pace from then on.</param>
internal sealed record PendingInvocation(string RequestId, string FunctionArn, string Payload, string TraceId, DateTimeOffset AskedAt)
{
#pragma warning disable RS0030 // This is where the simulated world meets the process's: real time, and the socket's thread must not go on with the caller's work.
    private static readonly TimeProvider Wall = TimeProvider.System;
    private readonly long _asked = Wall.GetTimestamp();
    private readonly TaskCompletionSource<FunctionResult> _result = new(TaskCreationOptions.RunContinuationsAsynchronously);
#pragma warning restore RS0030
    private volatile bool _isTaken;

    /// <summary>What the account's clock shows now.</summary>
    internal DateTimeOffset Now => AskedAt + Wall.GetElapsedTime(_asked);

    /// <summary>Whether a process has asked for work and was given this.</summary>
    internal bool IsTaken => _isTaken;

    internal Task<FunctionResult> Result => _result.Task;

    internal void Take() => _isTaken = true;

    internal void End(FunctionResult result) => _result.TrySetResult(result);
}
