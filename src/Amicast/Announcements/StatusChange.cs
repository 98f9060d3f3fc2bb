namespace Amicast.Announcements;

/// <summary>EventBridge's "Step Functions Execution Status Change": what Announce gets. Of its members only what says which execution it is about is read.</summary>
/// <remarks>Its input, output, error and cause may be left out or cut; DescribeExecution has them whole. Source: "Automating Step Functions event delivery with EventBridge", AWS.</remarks>
/// <param name="Detail">The execution.</param>
public sealed record StatusChange(StatusChangeDetail Detail);

/// <summary>The execution of a status change.</summary>
/// <param name="ExecutionArn">Its ARN.</param>
/// <param name="Status">Step Functions' word: <c>SUCCEEDED</c>, <c>FAILED</c>, <c>TIMED_OUT</c>, <c>ABORTED</c>.</param>
public sealed record StatusChangeDetail(string ExecutionArn, string Status);
