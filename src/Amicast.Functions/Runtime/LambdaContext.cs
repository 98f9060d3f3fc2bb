using Amazon.Lambda.Core;

namespace Amicast.Functions.Runtime;

/// <summary>What a handler may know of one invocation.</summary>
/// <remarks>Amicast's functions are never called by the AWS Mobile SDK: of a Cognito identity there is nothing to know.</remarks>
internal sealed class LambdaContext(Invocation invocation, LambdaEnvironment environment, ILambdaLogger logger, TimeProvider time) : ILambdaContext
{
    public string AwsRequestId => invocation.RequestId;

    public IClientContext? ClientContext { get; } = Runtime.ClientContext.Read(invocation.ClientContext);

    public string FunctionName => environment.FunctionName;

    public string FunctionVersion => environment.FunctionVersion;

    public ICognitoIdentity? Identity => null;

    public string InvokedFunctionArn => invocation.InvokedFunctionArn;

    public ILambdaLogger Logger => logger;

    public string LogGroupName => environment.LogGroupName;

    public string LogStreamName => environment.LogStreamName;

    public int MemoryLimitInMB => environment.MemoryLimitInMB;

    public TimeSpan RemainingTime => invocation.Deadline - time.GetUtcNow();
}
