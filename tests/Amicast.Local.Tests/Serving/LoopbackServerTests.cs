using System.Net;
using System.Net.Sockets;
using System.Text;
using Amicast.Local.Serving;
using Amicast.Simulator.Faults;

namespace Amicast.Local.Tests.Serving;

/// <summary>What the socket adds to the cloud: who may call, what is no call at all, and connections that break.</summary>
public sealed class LoopbackServerTests
{
    private const string Xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
    private const string FirstId = "00000000-0000-4000-8000-000000000001";

    [Theory]
    [InlineData("/")]
    [InlineData("/health")]
    public async Task Asked_without_a_signature_it_says_what_it_is(string path)
    {
        await using var served = await ServedCloud.StartAsync();
        using var http = served.Http();

        Assert.Equal(
            """{"cloud":"amicast, simulated","now":"2026-11-22T02:00:00Z","accountId":"123456789012","regions":["us-east-1","us-west-2","eu-central-1","ap-southeast-2"],"services":["ec2","kms","ssm","sts","events","states","lambda","execute-api"],"stateMachineArn":"arn:aws:states:us-east-1:000000000000:stateMachine:amicast"}""",
            await http.GetStringAsync(new Uri(path, UriKind.Relative)));
    }

    [Theory]
    [InlineData(null, 403, "MissingAuthenticationToken", "Request is missing Authentication Token")]
    [InlineData("Bearer x", 400, "IncompleteSignature", "Authorization header requires &apos;Credential&apos; parameter of the form key/date/region/service/aws4_request.")]
    public async Task A_request_without_a_signature_is_refused_as_EC2_refuses_it(string? authorization, int status, string code, string message)
    {
        await using var served = await ServedCloud.StartAsync();
        using var http = served.Http();
        var request = new HttpRequestMessage(HttpMethod.Post, "/") { Content = new StringContent("Action=DescribeRegions&Version=2016-11-15") };
        if (authorization is not null)
        {
            request.Headers.TryAddWithoutValidation("Authorization", authorization);
        }

        Assert.Equal(
            ((HttpStatusCode)status, $"{Xml}<Response><Errors><Error><Code>{code}</Code><Message>{message}</Message></Error></Errors><RequestID>{FirstId}</RequestID></Response>"),
            await ServedCloud.SendAsync(http, request));
    }

    [Theory]
    [InlineData(
        "s3", null, "/",
        "<ErrorResponse><Error><Type>Sender</Type><Code>InvalidAction</Code><Message>The service &apos;s3&apos; is not served here: there are ec2, kms, ssm, sts, events, states, lambda, execute-api.</Message></Error><RequestId>"
        + FirstId + "</RequestId></ErrorResponse>")]
    [InlineData("dynamodb", "DynamoDB_20120810.ListTables", "/", """{"__type":"UnknownOperationException","message":"The service \u0027dynamodb\u0027 is not served here: there are ec2, kms, ssm, sts, events, states, lambda, execute-api."}""")]
    [InlineData("scheduler", null, "/schedules", """{"__type":"UnknownOperationException","message":"The service \u0027scheduler\u0027 is not served here: there are ec2, kms, ssm, sts, events, states, lambda, execute-api."}""")]
    public async Task A_service_that_is_not_there_is_refused_by_name_in_its_own_protocol(string service, string? target, string path, string expected)
    {
        await using var served = await ServedCloud.StartAsync();
        using var http = served.Http();

        Assert.Equal((HttpStatusCode.BadRequest, expected), await ServedCloud.SendAsync(http, ServedCloud.Request(service, "", target, path)));
    }

    [Theory]
    [InlineData("evil.example", false)]
    [InlineData("127.0.0.1.evil.example", false)]
    [InlineData("localhost.evil.example:4580", false)]
    [InlineData("192.168.0.1", false)]
    [InlineData("localhost", true)]
    [InlineData("LOCALHOST:4580", true)]
    [InlineData("ec2.us-east-1.localhost", true)]
    [InlineData("127.0.0.1:80", true)]
    [InlineData("[::1]:4580", true)]
    public async Task A_Host_that_is_not_this_machine_is_refused_so_that_no_web_page_gets_in(string host, bool answered)
    {
        await using var served = await ServedCloud.StartAsync();

        Assert.Equal(answered ? HttpStatusCode.OK : HttpStatusCode.Forbidden, await StatusForHostAsync(served, host));
    }

    [Fact]
    public async Task Any_Host_is_answered_where_remote_access_is_allowed()
    {
        await using var served = await ServedCloud.StartAsync(new ServingOptions { Port = 0, AllowRemoteAccess = true });

        Assert.Equal(HttpStatusCode.OK, await StatusForHostAsync(served, "build-machine.example"));
    }

    [Fact]
    public async Task An_address_that_is_not_loopback_is_refused_unless_remote_access_is_allowed()
    {
        var refused = await Assert.ThrowsAsync<CannotListenException>(() => ServedCloud.StartAsync(new ServingOptions { Address = IPAddress.Any, Port = 0 }));

        Assert.Equal("0.0.0.0 is not a loopback address: other machines could do anything in the account. Allow remote access to say that they may.", refused.Message);
        await using var allowed = await ServedCloud.StartAsync(new ServingOptions { Address = IPAddress.Any, Port = 0, AllowRemoteAccess = true });
        Assert.StartsWith("http://0.0.0.0:", allowed.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_port_that_is_taken_is_an_error_that_says_so_and_two_ports_are_two_accounts()
    {
        await using var first = await ServedCloud.StartAsync();
        await using var second = await ServedCloud.StartAsync();
        using var ofFirst = first.Ec2("us-east-1");
        await ofFirst.CreateImageAsync(new() { InstanceId = "i-0123456789abcdef0", Name = "in-the-first" });

        var taken = await Assert.ThrowsAsync<CannotListenException>(() => ServedCloud.StartAsync(new ServingOptions { Port = new Uri(first.Url).Port }));

        Assert.Equal((1, 0), (await ImagesAsync(first), await ImagesAsync(second)));
        Assert.Equal($"Port {new Uri(first.Url).Port} on 127.0.0.1 is taken: give another, or 0 for any free one.", taken.Message);
    }

    [Theory]
    [InlineData("ec2", null, false, Xml + "<Response><Errors><Error><Code>RequestEntityTooLarge</Code><Message>The request is larger than 1048576 bytes.</Message></Error></Errors><RequestID>" + FirstId + "</RequestID></Response>")]
    [InlineData("ec2", null, true, Xml + "<Response><Errors><Error><Code>RequestEntityTooLarge</Code><Message>The request is larger than 1048576 bytes.</Message></Error></Errors><RequestID>" + FirstId + "</RequestID></Response>")]
    [InlineData("ssm", "AmazonSSM.PutParameter", true, """{"__type":"RequestEntityTooLarge","message":"The request is larger than 1048576 bytes."}""")]
    public async Task A_body_of_more_than_a_MiB_is_answered_413_in_the_shape_of_the_protocol(string service, string? target, bool chunked, string expected)
    {
        await using var served = await ServedCloud.StartAsync();
        using var http = served.Http();
        var request = ServedCloud.Request(service, $"Action=DescribeRegions&x={new string('x', LoopbackServer.LargestBody)}", target);
        request.Headers.TransferEncodingChunked = chunked;

        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, expected), await ServedCloud.SendAsync(http, request));
    }

    [Fact]
    public async Task A_body_of_exactly_a_MiB_is_read()
    {
        await using var served = await ServedCloud.StartAsync();
        using var http = served.Http();
        const int Chunk = 1024;
        var filling = Enumerable.Repeat("&x=".PadRight(Chunk, 'x'), LoopbackServer.LargestBody / Chunk - 1);
        var body = "Action=DescribeRegions&Version=2016-11-15&x=".PadRight(Chunk, 'x') + string.Concat(filling);

        var (status, _) = await ServedCloud.SendAsync(http, ServedCloud.Request("ec2", body));

        Assert.Equal(HttpStatusCode.OK, status);
    }

    [Theory]
    [InlineData(FaultKind.LostAnswer, 1)]
    [InlineData(FaultKind.RegionDown, 0)]
    public async Task A_connection_that_breaks_in_the_cloud_breaks_on_the_socket(FaultKind kind, int images)
    {
        await using var served = await ServedCloud.StartAsync(new FaultRule(kind) { Operation = "CreateImage" });
        using var http = served.Http();

        await Assert.ThrowsAsync<HttpRequestException>(() => ServedCloud.SendAsync(http, ServedCloud.Request("ec2", "Action=CreateImage&Version=2016-11-15&InstanceId=i-0123456789abcdef0&Name=web")));

        Assert.Equal(images, await ImagesAsync(served));
    }

    [Fact]
    public async Task A_caller_that_hangs_up_while_its_call_hangs_or_in_the_middle_of_its_request_hurts_nobody()
    {
        await using var served = await ServedCloud.StartAsync(new FaultRule(FaultKind.HangBefore) { Operation = "DescribeImages" });
        using (var caller = await CallAsync(served, Head(24) + "Action=DescribeImages&x=1"))
        using (var other = await CallAsync(served, Head(1000) + "Action=CreateImage"))
        {
            using var http = served.Http();
            await HasArrivedAsync(served, "DescribeImages");
            Assert.Equal(HttpStatusCode.OK, (await ServedCloud.SendAsync(http, ServedCloud.Request("ec2", "Action=DescribeRegions&Version=2016-11-15"))).Status);
        }

        using var later = served.Http();
        Assert.Equal(HttpStatusCode.OK, (await ServedCloud.SendAsync(later, ServedCloud.Request("ec2", "Action=DescribeRegions&Version=2016-11-15"))).Status);
    }

    [Fact]
    public async Task A_call_that_broke_inside_is_answered_500_without_its_details_and_told_to_the_owner()
    {
        var told = new List<string>();
        using var broken = new Broken();
        await using var served = await ServedCloud.StartAsync(new ServingOptions { Port = 0 }, broken, failure => told.Add(failure.Message));
        using var http = served.Http();

        var answer = await ServedCloud.SendAsync(http, ServedCloud.Request("ssm", "{}", "AmazonSSM.GetParameter"));

        Assert.Equal((HttpStatusCode.InternalServerError, """{"__type":"InternalFailure","message":"The simulated cloud failed; its own output says how."}"""), answer);
        Assert.Equal(["a secret detail"], told);
    }

    private static async Task<HttpStatusCode> StatusForHostAsync(ServedCloud served, string host)
    {
        using var http = served.Http();
        var request = ServedCloud.Request("ec2", "Action=DescribeRegions&Version=2016-11-15");
        request.Headers.Host = host;
        return (await ServedCloud.SendAsync(http, request)).Status;
    }

    private static async Task<int> ImagesAsync(ServedCloud served)
    {
        var images = 0;
        await served.InsideAsync(() =>
        {
            images = served.Cloud.Account!.Inspect().Regions["us-east-1"].Images.Count;
            return Task.CompletedTask;
        });
        return images;
    }

    private static async Task HasArrivedAsync(ServedCloud served, string operation)
    {
        for (var arrived = false; !arrived;)
        {
            await served.InsideAsync(() =>
            {
                arrived = served.Cloud.Account!.Calls.Any(call => call.Operation == operation);
                return Task.CompletedTask;
            });
        }
    }

    private static string Head(int length) =>
        "POST / HTTP/1.1\r\nHost: localhost\r\nAuthorization: AWS4-HMAC-SHA256 Credential=a/20261122/us-east-1/ec2/aws4_request, Signature=00\r\n"
        + $"Content-Length: {length}\r\n\r\n";

    private static async Task<TcpClient> CallAsync(ServedCloud served, string text)
    {
        var caller = new TcpClient();
        await caller.ConnectAsync(IPAddress.Loopback, new Uri(served.Url).Port);
        await caller.GetStream().WriteAsync(Encoding.ASCII.GetBytes(text));
        return caller;
    }

    private sealed class Broken : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            throw new InvalidOperationException("a secret detail");
    }
}
