namespace Amazon.Lambda.Core;

/// <summary>What a handler may know of its invocation. The members are those of the package <c>Amazon.Lambda.Core</c>.</summary>
/// <remarks>
/// The folder <c>Runtime/</c> stands in for the packages Amazon.Lambda.Core and Amazon.Lambda.RuntimeSupport: interfaces of the same
/// namespace, names and members, and a loop that takes the same handler (<c>Func&lt;Stream, ILambdaContext, Task&lt;Stream&gt;&gt;</c>).
/// To move to the packages, delete the folder, reference them, and start their loop in <c>CompositionRoot</c>, the only place outside that
/// knows this one. What changes then: the package's <c>errorType</c> is the type's short name, so the definition's error names end in
/// <c>Exception</c>, or the error classes lose the suffix (docs/decisions.md).
/// </remarks>
public interface ILambdaContext
{
    /// <summary>The invocation's request id; Lambda's own retries of an invocation keep it.</summary>
    string AwsRequestId { get; }

    /// <summary>What the caller said beside the payload (Invoke's ClientContext); <see langword="null"/> where that is nothing.</summary>
    IClientContext? ClientContext { get; }

    /// <summary>The function's name.</summary>
    string FunctionName { get; }

    /// <summary>The version that runs: a number, or <c>$LATEST</c>.</summary>
    string FunctionVersion { get; }

    /// <summary>The Cognito identity behind the AWS Mobile SDK's call; <see langword="null"/> for every other caller.</summary>
    ICognitoIdentity? Identity { get; }

    /// <summary>The ARN that was called, of the function, a version or an alias.</summary>
    string InvokedFunctionArn { get; }

    /// <summary>The invocation's log.</summary>
    ILambdaLogger Logger { get; }

    /// <summary>The CloudWatch log group.</summary>
    string LogGroupName { get; }

    /// <summary>The CloudWatch log stream of this execution environment.</summary>
    string LogStreamName { get; }

    /// <summary>The function's memory, in MB.</summary>
    int MemoryLimitInMB { get; }

    /// <summary>How long until Lambda ends the invocation.</summary>
    TimeSpan RemainingTime { get; }
}
