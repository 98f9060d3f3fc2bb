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

    [Fact]
    public void State_machine_is_created_changed_listed_and_deleted() => _engine.Clock.Run(async () =>
    {
        const string Arn = "arn:aws:states:us-east-1:123456789012:stateMachine:new";
        const string Role = "arn:aws:iam::123456789012:role/r";
        const string Pass = """{"StartAt":"A","States":{"A":{"Type":"Pass","End":true} } }""";
        var definition = System.Text.Json.JsonSerializer.Serialize(Pass, System.Text.Json.JsonSerializerOptions.Default).Replace("\\u0022", "\\\"", StringComparison.Ordinal);
        const string Created = $$"""200 {"stateMachineArn":"{{Arn}}","creationDate":1795370400.000}""";
        Assert.Equal(Created, await CallAsync("CreateStateMachine", $$"""{"name":"new","definition":{{definition}},"roleArn":"{{Role}}"}"""));
        Assert.Equal(Created, await CallAsync("CreateStateMachine", $$"""{"name":"new","definition":{{definition}},"roleArn":"{{Role}}/other","type":"STANDARD","publish":false,"tags":[],"loggingConfiguration":{"level":"OFF"} }"""));
        Assert.Equal(
            $$"""400 {"__type":"StateMachineAlreadyExists","message":"State Machine Already Exists: '{{Arn}}'"}""",
            await CallAsync("CreateStateMachine", $$"""{"name":"new","definition":{{definition.Replace("\"A", "\"B", StringComparison.Ordinal)}},"roleArn":"{{Role}}"}"""));
        await Task.Delay(TimeSpan.FromSeconds(5), _engine.Clock);
        Assert.Equal("""200 {"updateDate":1795370405.000}""", await CallAsync("UpdateStateMachine", $$"""{"stateMachineArn":"{{Arn}}","roleArn":"{{Role}}/other"}"""));
        Assert.Equal(
            $$"""200 {"stateMachineArn":"{{Arn}}","name":"new","type":"STANDARD","creationDate":1795370400.000,"status":"ACTIVE","definition":{{definition}},"roleArn":"{{Role}}/other"}""",
            await CallAsync("DescribeStateMachine", $$"""{"stateMachineArn":"{{Arn}}"}"""));
        var token = Convert.ToBase64String("1 state machines"u8);
        Assert.Equal(
            $$"""200 {"stateMachines":[{"stateMachineArn":"{{Engine.StateMachineArn}}","name":"machine","type":"STANDARD","creationDate":1795370400.000}],"nextToken":"{{token}}"}""",
            await CallAsync("ListStateMachines", """{"maxResults":1}"""));
        Assert.Equal("200 {}", await CallAsync("DeleteStateMachine", $$"""{"stateMachineArn":"{{Arn}}"}"""));
        Assert.Equal(
            $$"""200 {"stateMachines":[{"stateMachineArn":"{{Engine.StateMachineArn}}","name":"machine","type":"STANDARD","creationDate":1795370400.000}]}""",
            await CallAsync("ListStateMachines", "{}"));
        Assert.Equal("200 {}", await CallAsync("DeleteStateMachine", $$"""{"stateMachineArn":"{{Arn}}"}"""));
    });

    [Fact]
    public void Execution_is_redriven_described_and_listed_as_such() => _engine.Clock.Run(async () =>
    {
        const string Begun = "\"startDate\":1795370400.000";
        await CallAsync("StartExecution", $$"""{"stateMachineArn":"{{Engine.StateMachineArn}}","name":"run"}""");
        await CallAsync("StopExecution", $$"""{"executionArn":"{{Engine.ExecutionArn}}"}""");
        Assert.Equal(
            $$"""200 {"executionArn":"{{Engine.ExecutionArn}}","stateMachineArn":"{{Engine.StateMachineArn}}","name":"run","status":"ABORTED",{{Begun}},"stopDate":1795370400.000,"redriveCount":0,"input":"{}","inputDetails":{"included":true},"redriveStatus":"REDRIVABLE"}""",
            await CallAsync("DescribeExecution", $$"""{"executionArn":"{{Engine.ExecutionArn}}"}"""));
        await Task.Delay(TimeSpan.FromSeconds(5), _engine.Clock);
        Assert.Equal("""200 {"redriveDate":1795370405.000}""", await CallAsync("RedriveExecution", $$"""{"executionArn":"{{Engine.ExecutionArn}}","clientToken":"t"}"""));
        Assert.Equal("""200 {"redriveDate":1795370405.000}""", await CallAsync("RedriveExecution", $$"""{"executionArn":"{{Engine.ExecutionArn}}","clientToken":"t"}"""));
        Assert.Equal(
            """400 {"__type":"ExecutionNotRedrivable","message":"Execution is RUNNING and cannot be redriven"}""",
            await CallAsync("RedriveExecution", $$"""{"executionArn":"{{Engine.ExecutionArn}}"}"""));
        Assert.Equal(
            $$"""200 {"executions":[{"executionArn":"{{Engine.ExecutionArn}}","stateMachineArn":"{{Engine.StateMachineArn}}","name":"run","status":"RUNNING",{{Begun}},"redriveCount":1,"redriveDate":1795370405.000}]}""",
            await CallAsync("ListExecutions", $$"""{"stateMachineArn":"{{Engine.StateMachineArn}}","redriveFilter":"REDRIVEN"}"""));
        Assert.Equal(
            """200 {"executions":[]}""",
            await CallAsync("ListExecutions", $$"""{"stateMachineArn":"{{Engine.StateMachineArn}}","redriveFilter":"NOT_REDRIVEN"}"""));
    });

    [Theory]
    [InlineData("WARNING", """{"severity":"WARNING","code":"NO_PATH","message":"The value looks like a path, and the field's name does not end with 'Path'; it is fixed text.","location":"/States/A/Error"}""")]
    [InlineData("ERROR", "")]
    public void Definition_s_warnings_are_there_where_they_are_asked_for(string severity, string diagnostics) => _engine.Clock.Run(async () => Assert.Equal(
        $$"""200 {"result":"OK","diagnostics":[{{diagnostics}}],"truncated":false}""",
        await CallAsync("ValidateStateMachineDefinition", $$"""{"definition":"{\"StartAt\":\"A\",\"States\":{\"A\":{\"Type\":\"Fail\",\"Error\":\"$.e\"} } }","severity":"{{severity}}"}""")));

    [Fact]
    public void Definition_s_diagnostics_are_cut_where_asked() => _engine.Clock.Run(async () => Assert.Equal(
        """200 {"result":"FAIL","diagnostics":[{"severity":"ERROR","code":"SCHEMA_VALIDATION_FAILED","message":"The field 'StartAt' is missing.","location":"/"}],"truncated":true}""",
        await CallAsync("ValidateStateMachineDefinition", """{"definition":"{}","maxResults":1,"severity":"WARNING","type":"STANDARD"}""")));

    [Theory]
    [InlineData("""{\"StartAt\":\"A\",\"States\":{\"A\":{\"Type\":\"Succeed\"}}}""", """{"result":"OK","diagnostics":[],"truncated":false}""")]
    [InlineData("""{\"StartAt\":\"A\",\"States\":{\"A\":{\"Type\":\"Pass\"}}}""", """{"result":"FAIL","diagnostics":[{"severity":"ERROR","code":"SCHEMA_VALIDATION_FAILED","message":"A state has either Next or End.","location":"/States/A"}],"truncated":false}""")]
    public void Definition_is_validated_with_every_problem(string definition, string expected) => _engine.Clock.Run(async () =>
        Assert.Equal("200 " + expected, await CallAsync("ValidateStateMachineDefinition", $$"""{"definition":"{{definition}}"}""")));

    [Theory]
    [InlineData("SendTaskSuccess", ",\"output\":\"{}\"")]
    [InlineData("SendTaskFailure", ",\"error\":\"E\",\"cause\":\"C\"")]
    [InlineData("SendTaskHeartbeat", "")]
    public void Task_is_answered_by_its_token(string operation, string fields)
    {
        var token = "";
        var engine = new Engine(_ => new Function(invocation =>
        {
            token = invocation.Input;
            return Task.FromResult("null");
        }));
        engine.StepFunctions.CreateStateMachine("machine", StateMachineDefinition.Parse(
            """{"StartAt":"Ask","States":{"Ask":{"Type":"Task","Resource":"arn:aws:states:::lambda:invoke.waitForTaskToken","Parameters":{"FunctionName":"f","Payload.$":"$$.Task.Token"},"End":true} } }"""));
        using var client = new HttpClient(new StepFunctionsHandler(engine.StepFunctions)) { BaseAddress = _client.BaseAddress };
        engine.Clock.Run(async () =>
        {
            engine.StepFunctions.StartExecution(Engine.StateMachineArn, "run");
            await Task.Delay(TimeSpan.FromSeconds(1), engine.Clock);
            Assert.Equal("200 {}", await CallAsync(client, operation, $$"""{"taskToken":{{token}}{{fields}}}"""));
            Assert.StartsWith("400 {\"__type\":\"InvalidToken\"", await CallAsync(client, operation, $$"""{"taskToken":"t"{{fields}}}"""), StringComparison.Ordinal);
            await Task.Delay(TimeSpan.FromSeconds(1), engine.Clock);
        });
        var ended = engine.StepFunctions.DescribeExecution(Engine.ExecutionArn);
        Assert.Equal(operation switch { "SendTaskSuccess" => "SUCCEEDED", "SendTaskFailure" => "FAILED", _ => "RUNNING" }, ended.Status);
    }

    [Theory]
    [InlineData("CreateStateMachine", """{"name":"n","definition":"{","roleArn":"r","type":"EXPRESS"}""", "StateMachineTypeNotSupported", "State Machine Type Not Supported: 'EXPRESS'; this endpoint runs STANDARD.")]
    [InlineData("CreateStateMachine", """{"name":"n","definition":"[]","roleArn":"arn:aws:iam::123456789012:role/r"}""", "InvalidDefinition", "Invalid State Machine Definition: 'SCHEMA_VALIDATION_FAILED: This must be an object. at /'")]
    [InlineData("CreateStateMachine", """{"name":"n","definition":"[]","roleArn":"r"}""", "InvalidArn", "Invalid Arn: 'Invalid Role Arn: r'")]
    [InlineData("CreateStateMachine", """{"name":"a b","definition":"[]","roleArn":"r"}""", "InvalidName", "Invalid Name: 'a b'")]
    [InlineData("CreateStateMachine", """{"name":"n","definition":"[]","roleArn":"r","publish":true}""", "ValidationException", "'publish' is not supported by this endpoint.")]
    [InlineData("UpdateStateMachine", """{"stateMachineArn":"x","tracingConfiguration":{"enabled":true}}""", "ValidationException", "'tracingConfiguration' is not supported by this endpoint.")]
    [InlineData("ValidateStateMachineDefinition", """{"definition":"{}","maxResults":101}""", "ValidationException", "1 validation error detected: Value '101' at 'maxResults' failed to satisfy constraint: Member must have value between 0 and 100")]
    [InlineData("ValidateStateMachineDefinition", """{"definition":"{}","severity":"INFO"}""", "ValidationException", "1 validation error detected: Value 'INFO' at 'severity' failed to satisfy constraint: Member must satisfy enum value set: [ERROR, WARNING]")]
    [InlineData("ValidateStateMachineDefinition", """{"definition":"{}","type":"EXPRESS"}""", "StateMachineTypeNotSupported", "State Machine Type Not Supported: 'EXPRESS'; this endpoint runs STANDARD.")]
    [InlineData("ListExecutions", "{}", "ValidationException", "Exactly one of stateMachineArn and mapRunArn must be specified")]
    [InlineData("ListExecutions", """{"mapRunArn":"arn:aws:states:us-east-1:123456789012:mapRun:machine/m:u"}""", "ResourceNotFound", "Resource not found: 'arn:aws:states:us-east-1:123456789012:mapRun:machine/m:u'")]
    [InlineData("ListExecutions", """{"mapRunArn":"arn:aws:states:us-east-1:123456789012:execution:machine:u"}""", "InvalidArn", "Invalid Arn: 'Resource type not valid in this context: execution'")]
    [InlineData("RedriveExecution", """{"executionArn":"arn:aws:states:us-east-1:123456789012:execution:machine:x"}""", "ExecutionDoesNotExist", "Execution Does Not Exist: 'arn:aws:states:us-east-1:123456789012:execution:machine:x'")]
    [InlineData("UpdateStateMachine", """{"stateMachineArn":"arn:aws:states:us-east-1:123456789012:stateMachine:machine"}""", "MissingRequiredParameter", "Either the definition or the role ARN must be specified")]
    [InlineData("DescribeExecution", """{"executionArn":"arn:aws:states:us-east-1:123456789012:execution:machine:x"}""", "ExecutionDoesNotExist", "Execution Does Not Exist: 'arn:aws:states:us-east-1:123456789012:execution:machine:x'")]
    [InlineData("DescribeExecution", "{}", "ValidationException", "1 validation error detected: Value null at 'executionArn' failed to satisfy constraint: Member must not be null")]
    [InlineData("DescribeExecution", """{"executionArn":1}""", "SerializationException", "'executionArn' must be a string.")]
    [InlineData("DescribeExecution", "[]", "SerializationException", "The request is not a JSON object.")]
    [InlineData("StartExecution", """{"stateMachineArn":"arn:aws:states:us-east-1:123456789012:stateMachine:x"}""", "StateMachineDoesNotExist", "State Machine Does Not Exist: 'arn:aws:states:us-east-1:123456789012:stateMachine:x'")]
    [InlineData("StartExecution", """{"stateMachineArn":"arn:aws:states:us-east-1:123456789012:stateMachine:machine","name":"a b"}""", "InvalidName", "Invalid Name: 'a b'")]
    [InlineData("StartExecution", """{"stateMachineArn":"arn:aws:states:us-east-1:123456789012:stateMachine:machine","input":""}""", "InvalidExecutionInput", "Invalid State Machine Execution Input: 'Invalid execution input.'")]
    [InlineData("ListExecutions", """{"stateMachineArn":"x"}""", "InvalidArn", "Invalid Arn: 'Invalid ARN prefix: x'")]
    [InlineData("ListExecutions", """{"stateMachineArn":"arn:aws:states:us-east-1:123456789012:stateMachine:machine","maxResults":1001}""", "ValidationException", "1 validation error detected: Value '1001' at 'maxResults' failed to satisfy constraint: Member must have value less than or equal to 1000")]
    [InlineData("ListExecutions", """{"stateMachineArn":"arn:aws:states:us-east-1:123456789012:stateMachine:machine","statusFilter":"DONE"}""", "ValidationException", "1 validation error detected: Value 'DONE' at 'statusFilter' failed to satisfy constraint: Member must satisfy enum value set: [RUNNING, SUCCEEDED, FAILED, TIMED_OUT, ABORTED, PENDING_REDRIVE]")]
    [InlineData("ListExecutions", """{"stateMachineArn":"arn:aws:states:us-east-1:123456789012:stateMachine:machine","nextToken":"t"}""", "InvalidToken", "Invalid Token: 't'")]
    [InlineData("CreateActivity", "{}", "UnknownOperationException", "The operation 'AWSStepFunctions.CreateActivity' is not one that this endpoint has.")]
    public void Request_that_is_wrong_is_refused_by_aws_s_name(string operation, string body, string code, string message) => _engine.Clock.Run(async () =>
        Assert.Equal(
            $$"""400 {"__type":"{{code}}","message":"{{message}}"}""",
            await CallAsync(operation, body)));

    [Fact]
    public void Answer_has_the_protocol_s_content_type_and_a_request_id() => _engine.Clock.Run(async () =>
    {
        using var response = await SendAsync(_client, "ListExecutions", "{}");
        Assert.Equal("application/x-amz-json-1.0", response.Content.Headers.ContentType?.ToString());
        Assert.Matches("^[0-9a-f-]{36}$", response.Headers.GetValues("x-amzn-RequestId").Single());
    });

    private Task<string> CallAsync(string operation, string body) => CallAsync(_client, operation, body);

    private async Task<string> CallAsync(HttpClient client, string operation, string body)
    {
        using var response = await SendAsync(client, operation, body);
        return $"{(int)response.StatusCode} {await response.Content.ReadAsStringAsync()}";
    }

    private async Task<HttpResponseMessage> SendAsync(HttpClient client, string operation, string body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/") { Content = new StringContent(body, Encoding.UTF8, "application/x-amz-json-1.0") };
        request.Headers.Add("X-Amz-Target", "AWSStepFunctions." + operation);
        return await client.SendAsync(request);
    }
}
