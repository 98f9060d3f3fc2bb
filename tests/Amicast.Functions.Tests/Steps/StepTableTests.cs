using System.Net;
using System.Text.Json;
using Amazon.Runtime;
using Amicast.Aws;
using Amicast.Errors;
using Amicast.Functions.Errors;
using Amicast.Functions.Steps;
using Amicast.Reports;
using Amicast.Steps;
using Amicast.VirtualTime;

namespace Amicast.Functions.Tests.Steps;

public sealed class StepTableTests
{
    private static readonly DateTimeOffset Asked = new(2026, 11, 22, 1, 50, 0, TimeSpan.Zero);
    private static readonly ImageRecord Pending = new("eu-central-1", "ami-1", "web", "pending", 1, [], null, AskedAt: Asked, MovedAt: Asked, Looks: 3, WaitSeconds: 30);
    private static readonly string PendingImage = JsonSerializer.Serialize(new CheckImageInput(Asked.AddDays(1), Pending), AmicastJson.Default.CheckImageInput);

    private readonly VirtualClock _clock = new(new DateTimeOffset(2026, 11, 22, 2, 0, 0, TimeSpan.Zero));
    private readonly ScriptedEc2 _ec2 = new();
    private readonly StepTable _table;

    public StepTableTests()
    {
        var connection = new AwsConnection(new BasicAWSCredentials("id", "key"), _ec2, "us-east-1");
        _table = new StepTable(new AwsClients(connection, _clock, new Chance(1)), Deployment.Default, _clock);
    }

    [Fact]
    public void Table_has_a_handler_for_every_step_of_the_flow() =>
        Assert.Equal(
            ["Plan", "StopSource", "CreateImage", "CheckImage", "CopyImage", "ShareImage", "EnsureTemplate", "LaunchInstances", "CheckInstances", "PublishTemplate", "TerminateInstances", "RemoveFirstImage", "RetireSource", "Rollback", "Summarize"],
            _table.Handlers);

    [Fact]
    public void Table_has_every_step_that_there_is()
    {
        var steps = typeof(PlanStep).Assembly.GetTypes()
            .Where(type => !type.IsInterface && type.GetInterfaces().Any(i => i.Name == typeof(IStep<,>).Name))
            .Select(type => type.Name[..^"Step".Length]);

        Assert.Equal(steps.Order(StringComparer.Ordinal), _table.Handlers.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_step_calls_with_the_clients_of_its_own_handler()
    {
        var asked = new List<string>();
        var clients = new AwsClients(new AwsConnection(new BasicAWSCredentials("id", "key"), _ec2, "us-east-1"), _clock, new Chance(1));

        var table = new StepTable(
            handler =>
            {
                asked.Add(handler);
                return clients;
            },
            Deployment.Default,
            _clock);

        Assert.Equal(table.Handlers, asked);
    }

    [Fact]
    public void Table_finds_both_documents_of_every_step_in_the_generated_JSON_context()
    {
        var missing = _table.Handlers.SelectMany(handler => _table.Find(handler).GetType().GenericTypeArguments)
            .Where(document => AmicastJson.Default.GetTypeInfo(document) is null);

        Assert.Empty(missing);
    }

    [Fact]
    public void Table_runs_a_step_between_two_JSON_documents()
    {
        _ec2.Answers("DescribeImages", """
            <imagesSet><item><imageId>ami-1</imageId><imageState>available</imageState><blockDeviceMapping>
            <item><deviceName>/dev/xvda</deviceName><ebs><snapshotId>snap-1</snapshotId></ebs></item></blockDeviceMapping></item></imagesSet>
            """);

        var answer = Invoke("CheckImage", PendingImage);

        var available = Pending with { State = "available", Snapshots = ["snap-1"], Progress = 100, Looks = 4, WaitSeconds = 0 };
        Assert.Equal(JsonSerializer.Serialize(available, AmicastJson.Default.ImageRecord), answer);
        Assert.Equal(["ec2.eu-central-1.amazonaws.com DescribeImages"], _ec2.Calls);
    }

    [Fact]
    public void Table_hands_a_steps_named_error_on()
    {
        _ec2.Refuses(HttpStatusCode.Forbidden, "UnauthorizedOperation", "not allowed");

        var error = Assert.Throws<AccessDeniedException>(() => Invoke("CheckImage", PendingImage));

        Assert.Equal("DescribeImages: UnauthorizedOperation: not allowed", error.Message);
    }

    [Theory]
    [InlineData("StopSource")]
    [InlineData("CreateImage")]
    [InlineData("RemoveFirstImage")]
    [InlineData("RetireSource")]
    [InlineData("Summarize")]
    public void Table_refuses_a_plan_of_another_schema_by_name(string handler)
    {
        Assert.Throws<UnknownSchemaException>(() => Invoke(handler, """{"plan":{"schema":2},"state":{"plan":{"schema":2}}}"""));

        Assert.Empty(_ec2.Calls);
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    public void Table_refuses_a_payload_that_is_not_the_steps_input_before_anything_is_asked_of_AWS(string payload)
    {
        foreach (var handler in _table.Handlers)
        {
            Assert.Throws<BadPayloadException>(() => Invoke(handler, payload));
        }

        Assert.Empty(_ec2.Calls);
    }

    [Fact]
    public void Table_says_where_a_payload_does_not_fit()
    {
        var error = Assert.Throws<BadPayloadException>(() => Invoke("CheckImage", PendingImage.Replace("\"eu-central-1\"", "12", StringComparison.Ordinal)));

        Assert.Equal(
            "The payload is not a CheckImageInput: The JSON value could not be converted to Amicast.Reports.ImageRecord. Path: $.image.region | LineNumber: 0 | BytePositionInLine: 60.",
            error.Message);
    }

    [Fact]
    public void Table_names_its_handlers_when_asked_for_one_that_it_does_not_have()
    {
        var error = Assert.Throws<UnknownHandlerException>(() => Invoke("MakeCoffee", "{}"));

        Assert.Equal(
            "'MakeCoffee' is not a handler of this program. Set the function's Handler to one of: Plan, StopSource, CreateImage, CheckImage, CopyImage, ShareImage, EnsureTemplate, LaunchInstances, CheckInstances, PublishTemplate, TerminateInstances, RemoveFirstImage, RetireSource, Rollback, Summarize.",
            error.Message);
    }

    private string Invoke(string handler, string payload) => _clock.Run(() => _table.InvokeAsync(handler, payload, CancellationToken.None));
}
