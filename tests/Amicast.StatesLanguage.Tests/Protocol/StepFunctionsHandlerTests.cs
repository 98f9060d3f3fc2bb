using System.Text;
using Amicast.StatesLanguage.Definition;
using Amicast.StatesLanguage.Protocol;

namespace Amicast.StatesLanguage.Tests.Protocol;

public sealed class StepFunctionsHandlerTests : IDisposable
{
    private const string Definition = """{"StartAt":"Nap","States":{"Nap":{"Type":"Wait","Seconds":90,"End":true} } }""";
    private readonly Engine _engine = new();
    private readonly HttpClient _client;

    public StepFunctionsHandlerTests()
    {
        _engine.StepFunctions.CreateStateMachine("machine", StateMachineDefinition.Parse(Definition));
        _client = new HttpClient(new StepFunctionsHandler(_engine.StepFunctions)) { BaseAddress = new Uri("https://states.us-east-1.amazonaws.com") };
    }

    public void Dispose() => _client.Dispose();

    [Fact]
    public void Execution_is_started_described_and_listed_as_the_endpoint_does() => _engine.Clock.Run(async () =>
    {
        const string Dates = "\"startDate\":1795370400.000";
        Assert.Equal(
            $$"""200 {"executionArn":"{{Engine.ExecutionArn}}",{{Dates}}}""",
            await CallAsync("StartExecution", $$"""{"stateMachineArn":"{{Engine.StateMachineArn}}","name":"run","input":"{\"é\":\"<>\"}","traceHeader":"t"}"""));
        Assert.Equal(
            $$"""200 {"executionArn":"{{Engine.ExecutionArn}}","stateMachineArn":"{{Engine.StateMachineArn}}","name":"run","status":"RUNNING",{{Dates}},"redriveCount":0,"input":"{\"é\":\"<>\"}","inputDetails":{"included":true},"redriveStatus":"NOT_REDRIVABLE","redriveStatusReason":"Execution is RUNNING and cannot be redriven"}""",
            await CallAsync("DescribeExecution", $$"""{"executionArn":"{{Engine.ExecutionArn}}"}"""));
        await Task.Delay(TimeSpan.FromSeconds(100.5), _engine.Clock);
        Assert.Equal(
            $$"""200 {"executionArn":"{{Engine.ExecutionArn}}","stateMachineArn":"{{Engine.StateMachineArn}}","name":"run","status":"SUCCEEDED",{{Dates}},"stopDate":1795370490.000,"redriveCount":0,"input":"{\"é\":\"<>\"}","inputDetails":{"included":true},"output":"{\"é\":\"<>\"}","outputDetails":{"included":true},"redriveStatus":"NOT_REDRIVABLE","redriveStatusReason":"Execution is SUCCEEDED and cannot be redriven"}""",
            await CallAsync("DescribeExecution", $$"""{"executionArn":"{{Engine.ExecutionArn}}"}"""));
        Assert.Equal(
            $$"""200 {"executions":[{"executionArn":"{{Engine.ExecutionArn}}","stateMachineArn":"{{Engine.StateMachineArn}}","name":"run","status":"SUCCEEDED",{{Dates}},"stopDate":1795370490.000,"redriveCount":0}]}""",
            await CallAsync("ListExecutions", $$"""{"stateMachineArn":"{{Engine.StateMachineArn}}","statusFilter":"SUCCEEDED"}"""));
    });

    [Fact]
    public void History_is_answered_with_and_without_data() => _engine.Clock.Run(async () =>
    {
        await CallAsync("StartExecution", $$"""{"stateMachineArn":"{{Engine.StateMachineArn}}","name":"run"}""");
        await Task.Delay(TimeSpan.FromSeconds(100), _engine.Clock);
        Assert.Equal(
            """200 {"events":[{"timestamp":1795370400.000,"type":"ExecutionStarted","id":1,"previousEventId":0,"executionStartedEventDetails":{"roleArn":"arn:aws:iam::123456789012:role/machine","input":"{}","inputDetails":{"truncated":false}}},{"timestamp":1795370400.000,"type":"WaitStateEntered","id":2,"previousEventId":0,"stateEnteredEventDetails":{"name":"Nap","input":"{}","inputDetails":{"truncated":false}}},{"timestamp":1795370490.000,"type":"WaitStateExited","id":3,"previousEventId":2,"stateExitedEventDetails":{"name":"Nap","output":"{}","outputDetails":{"truncated":false}}},{"timestamp":1795370490.000,"type":"ExecutionSucceeded","id":4,"previousEventId":3,"executionSucceededEventDetails":{"output":"{}","outputDetails":{"truncated":false}}}]}""",
            await CallAsync("GetExecutionHistory", $$"""{"executionArn":"{{Engine.ExecutionArn}}"}"""));
        var token = Convert.ToBase64String(Encoding.UTF8.GetBytes($"2 {Engine.ExecutionArn} reverse"));
        Assert.Equal(
            $$"""200 {"events":[{"timestamp":1795370490.000,"type":"ExecutionSucceeded","id":4,"previousEventId":3,"executionSucceededEventDetails":{} }],"nextToken":"{{token}}"}""".Replace("{} }", "{}}", StringComparison.Ordinal),
            await CallAsync("GetExecutionHistory", $$"""{"executionArn":"{{Engine.ExecutionArn}}","reverseOrder":true,"maxResults":1,"includeExecutionData":false}"""));
    });

    [Fact]
    public void Execution_is_stopped_with_error_and_cause() => _engine.Clock.Run(async () =>
    {
        await CallAsync("StartExecution", $$"""{"stateMachineArn":"{{Engine.StateMachineArn}}","name":"run"}""");
        Assert.Equal(
            """200 {"stopDate":1795370400.000}""",
            await CallAsync("StopExecution", $$"""{"executionArn":"{{Engine.ExecutionArn}}","error":"E","cause":"C"}"""));
        var stopped = await _engine.StepFunctions.WaitForExecutionAsync(Engine.ExecutionArn);
        Assert.Equal(("ABORTED", "E", "C"), (stopped.Status, stopped.Error, stopped.Cause));
    });

    [Theory]
    [InlineData("DescribeExecution", """{"executionArn":"arn:aws:states:us-east-1:123456789012:execution:machine:x"}""", "ExecutionDoesNotExist", "Execution Does Not Exist: 'arn:aws:states:us-east-1:123456789012:execution:machine:x'")]
    [InlineData("DescribeExecution", "{}", "ValidationException", "1 validation error detected: Value null at 'executionArn' failed to satisfy constraint: Member must not be null")]
    [InlineData("DescribeExecution", """{"executionArn":1}""", "SerializationException", "'executionArn' must be a string.")]
    [InlineData("DescribeExecution", "[]", "SerializationException", "The request is not a JSON object.")]
    [InlineData("StartExecution", """{"stateMachineArn":"arn:aws:states:us-east-1:123456789012:stateMachine:x"}""", "StateMachineDoesNotExist", "State Machine Does Not Exist: 'arn:aws:states:us-east-1:123456789012:stateMachine:x'")]
    [InlineData("StartExecution", """{"stateMachineArn":"arn:aws:states:us-east-1:123456789012:stateMachine:machine","name":"a b"}""", "InvalidName", "Invalid Name: 'a b'")]
    [InlineData("StartExecution", """{"stateMachineArn":"arn:aws:states:us-east-1:123456789012:stateMachine:machine","input":""}""", "InvalidExecutionInput", "Invalid State Machine Execution Input: 'Invalid execution input.'")]
    [InlineData("ListExecutions", """{"stateMachineArn":"x"}""", "InvalidArn", "Invalid Arn: 'Invalid ARN prefix: x'")]
    [InlineData("ListExecutions", """{"stateMachineArn":"arn:aws:states:us-east-1:123456789012:stateMachine:machine","maxResults":1001}""", "ValidationException", "1 validation error detected: Value '1001' at 'maxResults' failed to satisfy constraint: Member must have value less than or equal to 1000")]
    [InlineData("ListExecutions", """{"stateMachineArn":"arn:aws:states:us-east-1:123456789012:stateMachine:machine","statusFilter":"DONE"}""", "ValidationException", "1 validation error detected: Value 'DONE' at 'statusFilter' failed to satisfy constraint: Member must satisfy enum value set: [RUNNING, SUCCEEDED, FAILED, TIMED_OUT, ABORTED]")]
    [InlineData("ListExecutions", """{"stateMachineArn":"arn:aws:states:us-east-1:123456789012:stateMachine:machine","nextToken":"t"}""", "InvalidToken", "Invalid Token: 't'")]
    [InlineData("RedriveExecution", "{}", "UnknownOperationException", "The operation 'AWSStepFunctions.RedriveExecution' is not one that this endpoint has.")]
    public void Request_that_is_wrong_is_refused_by_aws_s_name(string operation, string body, string code, string message) => _engine.Clock.Run(async () =>
        Assert.Equal(
            $$"""400 {"__type":"{{code}}","message":"{{message}}"}""",
            await CallAsync(operation, body)));

    [Fact]
    public void Answer_has_the_protocol_s_content_type_and_a_request_id() => _engine.Clock.Run(async () =>
    {
        using var response = await SendAsync("ListExecutions", "{}");
        Assert.Equal("application/x-amz-json-1.0", response.Content.Headers.ContentType?.ToString());
        Assert.Matches("^[0-9a-f-]{36}$", response.Headers.GetValues("x-amzn-RequestId").Single());
    });

    private async Task<string> CallAsync(string operation, string body)
    {
        using var response = await SendAsync(operation, body);
        Assert.True(_engine.Clock.IsOnThread);
        return $"{(int)response.StatusCode} {await response.Content.ReadAsStringAsync()}";
    }

    private async Task<HttpResponseMessage> SendAsync(string operation, string body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/") { Content = new StringContent(body, Encoding.UTF8, "application/x-amz-json-1.0") };
        request.Headers.Add("X-Amz-Target", "AWSStepFunctions." + operation);
        return await _client.SendAsync(request);
    }
}
