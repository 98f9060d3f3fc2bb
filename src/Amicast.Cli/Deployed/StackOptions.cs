namespace Amicast.Cli.Deployed;

/// <summary>Which deployed stack a command is for.</summary>
/// <param name="StateMachine">The state machine's ARN; null: it has the stack's name.</param>
/// <param name="Stack">The stack's name.</param>
/// <param name="Endpoint">Where its Step Functions is; null: AWS, or what <c>AWS_ENDPOINT_URL_SFN</c> or <c>AWS_ENDPOINT_URL</c> name.</param>
internal sealed record StackOptions(string? StateMachine, string Stack, Uri? Endpoint);
