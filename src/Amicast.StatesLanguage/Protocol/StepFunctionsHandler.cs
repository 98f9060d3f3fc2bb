using System.Net;
using System.Net.Http.Headers;
using Amicast.StatesLanguage.Execution;

namespace Amicast.StatesLanguage.Protocol;

/// <summary>Answers the Step Functions protocol (AWS JSON 1.0) in process, in the place of the endpoint on the network.</summary>
/// <remarks>
/// Supported: StartExecution, DescribeExecution, ListExecutions, GetExecutionHistory, StopExecution, RedriveExecution, SendTaskSuccess,
/// SendTaskFailure, SendTaskHeartbeat; Create-, Update-, Describe-, List- and DeleteStateMachine(s), ValidateStateMachineDefinition; any other action answers
/// <c>UnknownOperationException</c>. Signatures are not checked. The answer completes on the caller's thread, which must be the world's.
/// </remarks>
/// <param name="stepFunctions">The engine that answers.</param>
public sealed class StepFunctionsHandler(LocalStepFunctions stepFunctions) : HttpMessageHandler
{
    private const string TargetHeader = "X-Amz-Target";
    private const string TargetPrefix = "AWSStepFunctions.";
    private const string ContentType = "application/x-amz-json-1.0";

    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        // What is sent in process is in memory: this completes at once.
        var body = request.Content is { } content ? await content.ReadAsStringAsync(CancellationToken.None) : "";
        try
        {
            return Answer(request, HttpStatusCode.OK, OperationOf(request)(stepFunctions, RequestFields.Parse(body)));
        }
        catch (StepFunctionsException e)
        {
            return Answer(request, HttpStatusCode.BadRequest, ResponseJson.Write(json =>
            {
                json.WriteString("__type", e.Code);
                json.WriteString("message", e.Message);
            }));
        }
    }

    private static Operation OperationOf(HttpRequestMessage request)
    {
        var target = request.Headers.TryGetValues(TargetHeader, out var values) ? values.First() : "";
        var name = target.StartsWith(TargetPrefix, StringComparison.Ordinal) ? target[TargetPrefix.Length..] : "";
        return Operations.All.GetValueOrDefault(name)
            ?? throw new StepFunctionsException("UnknownOperationException", $"The operation '{target}' is not one that this endpoint has.");
    }

    private HttpResponseMessage Answer(HttpRequestMessage request, HttpStatusCode status, byte[] body)
    {
        var response = new HttpResponseMessage(status) { RequestMessage = request, Content = new ByteArrayContent(body) };
        response.Content.Headers.ContentType = new MediaTypeHeaderValue(ContentType);
        response.Headers.Add("x-amzn-RequestId", stepFunctions.NewRequestId());
        return response;
    }
}
