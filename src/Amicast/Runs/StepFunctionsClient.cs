using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Amicast.Runs;

/// <summary>The few Step Functions calls that Amicast makes, typed, over a plain HTTP client: signed on AWS, in process on a laptop.</summary>
/// <param name="http">Its base address is the endpoint.</param>
public sealed class StepFunctionsClient(HttpClient http)
{
    private const string ContentType = "application/x-amz-json-1.0";

    /// <exception cref="StepFunctionsException">Step Functions refused, e.g. with <c>ExecutionAlreadyExists</c>.</exception>
    internal Task<StartExecutionResponse> StartExecutionAsync(StartExecutionRequest request) =>
        CallAsync("StartExecution", request, StepFunctionsJson.Default.StartExecutionRequest, StepFunctionsJson.Default.StartExecutionResponse);

    internal Task<DescribeExecutionResponse> DescribeExecutionAsync(string executionArn) => CallAsync(
        "DescribeExecution",
        new DescribeExecutionRequest(executionArn),
        StepFunctionsJson.Default.DescribeExecutionRequest,
        StepFunctionsJson.Default.DescribeExecutionResponse);

    /// <summary>As <see cref="DescribeExecutionAsync"/>; null where there is no such execution, which is asked so often that it is no exception.</summary>
    internal async Task<DescribeExecutionResponse?> FindExecutionAsync(string executionArn)
    {
        const string Action = "DescribeExecution";
        using var response = await SendAsync(Action, new DescribeExecutionRequest(executionArn), StepFunctionsJson.Default.DescribeExecutionRequest);
        var body = await response.Content.ReadAsByteArrayAsync();
        if (response.IsSuccessStatusCode)
        {
            return JsonSerializer.Deserialize(body, StepFunctionsJson.Default.DescribeExecutionResponse)!;
        }

        var refused = ToException(Action, (int)response.StatusCode, body);
        return refused.Code == "ExecutionDoesNotExist" ? null : throw refused;
    }

    /// <summary>The ARNs of all state machines of the account in this Region, by their names.</summary>
    /// <exception cref="StepFunctionsException">Step Functions refused.</exception>
    public async Task<IReadOnlyDictionary<string, string>> StateMachinesAsync()
    {
        const int Most = 1000;
        var found = new SortedDictionary<string, string>(StringComparer.Ordinal);
        string? token = null;
        do
        {
            var page = await CallAsync(
                "ListStateMachines", new ListStateMachinesRequest(Most, token), StepFunctionsJson.Default.ListStateMachinesRequest, StepFunctionsJson.Default.ListStateMachinesResponse);
            page.StateMachines.ToList().ForEach(one => found[one.Name] = one.StateMachineArn);
            token = page.NextToken;
        }
        while (token is not null);

        return found;
    }

    internal Task<ListExecutionsResponse> ListExecutionsAsync(ListExecutionsRequest request) => CallAsync(
        "ListExecutions", request, StepFunctionsJson.Default.ListExecutionsRequest, StepFunctionsJson.Default.ListExecutionsResponse);

    internal Task<GetExecutionHistoryResponse> GetExecutionHistoryAsync(GetExecutionHistoryRequest request) => CallAsync(
        "GetExecutionHistory",
        request,
        StepFunctionsJson.Default.GetExecutionHistoryRequest,
        StepFunctionsJson.Default.GetExecutionHistoryResponse);

    internal Task StopExecutionAsync(string executionArn, string error, string cause) => CallAsync(
        "StopExecution",
        new StopExecutionRequest(executionArn, error, cause),
        StepFunctionsJson.Default.StopExecutionRequest,
        StepFunctionsJson.Default.StopExecutionResponse);

    private async Task<TResponse> CallAsync<TRequest, TResponse>(
        string action, TRequest request, JsonTypeInfo<TRequest> requestType, JsonTypeInfo<TResponse> responseType)
    {
        using var response = await SendAsync(action, request, requestType);
        var body = await response.Content.ReadAsByteArrayAsync();
        return response.IsSuccessStatusCode
            ? JsonSerializer.Deserialize(body, responseType)!
            : throw ToException(action, (int)response.StatusCode, body);
    }

    private async Task<HttpResponseMessage> SendAsync<TRequest>(string action, TRequest request, JsonTypeInfo<TRequest> requestType)
    {
        using var message = new HttpRequestMessage(HttpMethod.Post, "/");
        message.Headers.Add("X-Amz-Target", $"AWSStepFunctions.{action}");
        message.Content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(request, requestType));
        message.Content.Headers.ContentType = new MediaTypeHeaderValue(ContentType);
        return await http.SendAsync(message);
    }

    private static StepFunctionsException ToException(string action, int status, byte[] body)
    {
        try
        {
            var error = JsonSerializer.Deserialize(body, StepFunctionsJson.Default.ServiceError);
            // Some services write a namespace before the '#'.
            return new StepFunctionsException(error?.Type?.Split('#')[^1] ?? $"Http{status}", $"{action}: {error?.Message ?? "no message"}");
        }
        catch (JsonException)
        {
            return new StepFunctionsException($"Http{status}", $"{action}: an answer that is not Step Functions'");
        }
    }
}

/// <summary>Step Functions refused a call.</summary>
/// <param name="code">AWS's error code, e.g. <c>ExecutionAlreadyExists</c>.</param>
/// <param name="message">AWS's words.</param>
public sealed class StepFunctionsException(string code, string message) : Exception($"{code}: {message}")
{
    /// <summary>AWS's error code.</summary>
    public string Code { get; } = code;

    /// <summary>Whether the same call may go through a moment later: it was throttled, or failed on AWS's side.</summary>
    public bool IsPassing => Code is "ThrottlingException" or "TooManyRequestsException" or "RequestLimitExceeded" or "ServiceUnavailable" or "InternalFailure" or "InternalServerException"
        || Code.StartsWith("Http5", StringComparison.Ordinal);
}
