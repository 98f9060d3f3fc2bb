using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Amicast.Simulator.Tests.Services;

/// <summary>KMS, SSM and STS on the wire, told apart by the service of the signature.</summary>
public sealed partial class ServiceTests
{
    private const string Key = "0a1b2c3d-0000-4000-8000-000000000000";

    public static TheoryData<string, string, string, int, string> Requests => new()
    {
        {
            "kms", "TrentService.DescribeKey", $$"""{"KeyId":"{{Key}}"}""", 200,
            $$$"""{"KeyMetadata":{"AWSAccountId":"123456789012","KeyId":"{{{Key}}}","Arn":"arn:aws:kms:us-east-1:123456789012:key/{{{Key}}}","Enabled":true,"KeyState":"Enabled","KeyUsage":"ENCRYPT_DECRYPT","KeySpec":"SYMMETRIC_DEFAULT","KeyManager":"CUSTOMER","Origin":"AWS_KMS","MultiRegion":false}}"""
        },
        {
            "kms", "TrentService.DescribeKey", """{"KeyId":"arn:aws:kms:eu-west-1:123456789012:key/x"}""", 400,
            """{"__type":"NotFoundException","message":"Invalid arn arn:aws:kms:eu-west-1:123456789012:key/x"}"""
        },
        {
            "kms", "TrentService.DescribeKey", """{"KeyId":"alias/none"}""", 400,
            """{"__type":"NotFoundException","message":"Key 'alias/none' does not exist"}"""
        },
        {
            "kms", "TrentService.ListAliases", $$"""{"KeyId":"{{Key}}"}""", 200,
            $$"""{"Aliases":[{"AliasName":"alias/ami","AliasArn":"arn:aws:kms:us-east-1:123456789012:alias/ami","TargetKeyId":"{{Key}}"}],"Truncated":false}"""
        },
        { "kms", "TrentService.Encrypt", "{}", 400, """{"__type":"UnknownOperationException","message":"The simulated account does not support kms Encrypt."}""" },
        { "ssm", "AmazonSSM.GetParameter", """{"Name":"/a"}""", 400, """{"__type":"ParameterNotFound","message":"Parameter /a not found."}""" },
        { "ssm", "AmazonSSM.DeleteParameter", """{"Name":"/a"}""", 400, """{"__type":"ParameterNotFound","message":"Parameter /a not found."}""" },
        { "ssm", "AmazonSSM.GetParameterHistory", """{"Name":"/a"}""", 400, """{"__type":"ParameterNotFound","message":"Parameter /a not found."}""" },
        {
            "ssm", "AmazonSSM.PutParameter", """{"Name":"/a","Value":"b"}""", 400,
            """{"__type":"ValidationException","message":"A parameter type is required when you create a parameter."}"""
        },
        {
            "ssm", "AmazonSSM.PutParameter", """{"Name":"/a","Value":"b","Type":"SecureString"}""", 400,
            """{"__type":"ValidationException","message":"The simulated account does not support parameters of the type SecureString."}"""
        },
        {
            "events", "AWSEvents.PutEvents",
            """{"Entries":[{"Source":"a","DetailType":"b","Detail":"[]"},{"Source":"aws.ec2","DetailType":"b","Detail":"{}"},{"Source":"a","Detail":"{}"},{"Source":"a","DetailType":"b","Detail":"{}","EventBusName":"own"}]}""", 200,
            """{"FailedEntryCount":4,"Entries":[{"ErrorCode":"MalformedDetail","ErrorMessage":"Detail is malformed."},{"ErrorCode":"NotAuthorizedForSourceException","ErrorMessage":"Not authorized for the source."},{"ErrorCode":"InvalidArgument","ErrorMessage":"Parameter DetailType is not valid. Reason: DetailType is a required argument."},{"ErrorCode":"InvalidArgument","ErrorMessage":"Parameter EventBusName is not valid. Reason: the simulated account has the default event bus only, not own."}]}"""
        },
        {
            "events", "AWSEvents.PutEvents", """{"Entries":[]}""", 400,
            """{"__type":"ValidationException","message":"1 validation error detected: Value at 'entries' failed to satisfy constraint: Member must have length between 1 and 10"}"""
        },
        { "events", "AWSEvents.PutEvents", """{"Entries":"all"}""", 400, """{"__type":"SerializationException","message":"The member Entries is not of the type that it must be."}""" },
        {
            "events", "AWSEvents.PutEvents", """{"Entries":[{"Source":"a","DetailType":"b","Detail":"{}"}],"EndpointId":"x"}""", 400,
            """{"__type":"ValidationException","message":"The simulated account has no global endpoints: leave EndpointId out."}"""
        },
        {
            "events", "AWSEvents.PutEvents", $$"""{"Entries":[{"Source":"a","DetailType":"b","Detail":"{{new string(' ', 262_144)}}{}"}]}""", 400,
            """{"__type":"ValidationException","message":"Total size of the entries in the request is over the limit."}"""
        },
        { "ssm", "AmazonSSM.GetParameter", "[1]", 400, """{"__type":"SerializationException","message":"The request body is not a JSON object."}""" },
    };

    [Theory]
    [MemberData(nameof(Requests))]
    public void A_request_in_JSON_is_answered_in_JSON(string service, string target, string body, int status, string expected)
    {
        var (answered, text, contentType) = Send(new World(), service, target, body);

        Assert.Equal(((HttpStatusCode)status, JsonNode.Parse(expected)!.ToJsonString(), "application/x-amz-json-1.1"), (answered, JsonNode.Parse(text)!.ToJsonString(), contentType));
    }

    [Fact]
    public void The_alias_of_the_AWS_managed_key_is_listed_and_leads_to_it()
    {
        var world = new World();
        var alias = Json(world, "kms", "TrentService.ListAliases", "{}")["Aliases"]!.AsArray()[0]!;
        var key = Json(world, "kms", "TrentService.DescribeKey", """{"KeyId":"alias/aws/ebs"}""")["KeyMetadata"]!;

        Assert.Equal(("alias/aws/ebs", "AWS"), (alias["AliasName"]!.GetValue<string>(), key["KeyManager"]!.GetValue<string>()));
        Assert.Equal(key["KeyId"]!.GetValue<string>(), alias["TargetKeyId"]!.GetValue<string>());
    }

    [Fact]
    public void A_parameter_is_put_overwritten_read_by_version_and_deleted()
    {
        var world = new World();
        string Put(string value, string more = "") => Send(world, "ssm", "AmazonSSM.PutParameter", $$"""{"Name":"/amicast/web","Value":"{{value}}"{{more}}}""").Text;
        string Value(string name) => Json(world, "ssm", "AmazonSSM.GetParameter", $$"""{"Name":"{{name}}"}""")["Parameter"]!["Value"]!.GetValue<string>();

        Assert.Equal("""{"Version":1,"Tier":"Standard"}""", Put("ami-1", ",\"Type\":\"String\",\"Description\":\"web\""));
        Assert.Contains("ParameterAlreadyExists", Put("ami-2"), StringComparison.Ordinal);
        Assert.Equal("""{"Version":2,"Tier":"Standard"}""", Put("ami-2", ",\"Overwrite\":true"));
        Assert.Equal(("ami-2", "ami-1"), (Value("/amicast/web"), Value("/amicast/web:1")));
        Assert.Contains("ParameterVersionNotFound", Send(world, "ssm", "AmazonSSM.GetParameter", """{"Name":"/amicast/web:9"}""").Text, StringComparison.Ordinal);
        Assert.Equal("{}", Send(world, "ssm", "AmazonSSM.DeleteParameter", """{"Name":"/amicast/web"}""").Text);
        Assert.Contains("ParameterNotFound", Send(world, "ssm", "AmazonSSM.GetParameter", """{"Name":"/amicast/web"}""").Text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_history_of_a_parameter_holds_its_last_hundred_versions_page_by_page()
    {
        var world = new World();
        for (var i = 1; i <= 105; i++)
        {
            Send(world, "ssm", "AmazonSSM.PutParameter", $$"""{"Name":"p","Value":"v{{i}}","Type":"String","Overwrite":true}""");
        }

        var first = Json(world, "ssm", "AmazonSSM.GetParameterHistory", """{"Name":"p"}""");
        var second = Json(world, "ssm", "AmazonSSM.GetParameterHistory", $$"""{"Name":"p","NextToken":"{{first["NextToken"]}}"}""");

        Assert.Null(second["NextToken"]);
        Assert.Equal(
            Enumerable.Range(6, 100).Select(i => $"{i} v{i}"),
            first["Parameters"]!.AsArray().Concat(second["Parameters"]!.AsArray()).Select(version => $"{version!["Version"]} {version["Value"]}"));
    }

    [Fact]
    public void A_parameter_exists_in_one_Region_only()
    {
        var world = new World();
        Send(world, "ssm", "AmazonSSM.PutParameter", """{"Name":"p","Value":"v","Type":"String"}""");

        Assert.Contains("ParameterNotFound", Send(world, "ssm", "AmazonSSM.GetParameter", """{"Name":"p"}""", "eu-central-1").Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ssm", "AmazonSSM.GetParameter", "{\"Name\":\"p\"}", "UnrecognizedClientException")]
    [InlineData("kms", "TrentService.ListAliases", "{}", "UnrecognizedClientException")]
    [InlineData("sts", null, "Action=GetCallerIdentity&Version=2011-06-15", "InvalidClientTokenId")]
    public void A_Region_that_is_not_opted_in_knows_nobody(string service, string? target, string body, string code) =>
        Assert.Contains(code, Send(new World(), service, target, body, "af-south-1").Text, StringComparison.Ordinal);

    [Theory]
    [InlineData(
        "GetCallerIdentity", 200,
        "<GetCallerIdentityResponse xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\"><GetCallerIdentityResult><Arn>arn:aws:iam::123456789012:root</Arn>"
        + "<UserId>123456789012</UserId><Account>123456789012</Account></GetCallerIdentityResult><ResponseMetadata><RequestId>ID</RequestId></ResponseMetadata></GetCallerIdentityResponse>")]
    [InlineData(
        "AssumeRole", 400,
        "<ErrorResponse xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\"><Error><Type>Sender</Type><Code>InvalidAction</Code>"
        + "<Message>The action AssumeRole is not valid for this web service.</Message></Error><RequestId>ID</RequestId></ErrorResponse>")]
    public void STS_says_who_the_caller_is_and_nothing_else(string action, int status, string expected)
    {
        var (answered, xml, _) = Send(new World(), "sts", null, $"Action={action}&Version=2011-06-15");

        Assert.Equal(((HttpStatusCode)status, expected), (answered, RequestId().Replace(xml, "ID")));
    }

    [Theory]
    [InlineData("kms", "TrentService.DescribeKey", "throttle", "400 ThrottlingException: Rate exceeded")]
    [InlineData(
        "kms", "TrentService.DescribeKey", "serverError", "500 KMSInternalException: The request was rejected because an internal exception occurred.",
        "503 ServiceUnavailable: The request has failed due to a temporary failure of the server.")]
    [InlineData("ssm", "AmazonSSM.GetParameter", "throttle", "400 ThrottlingException: Rate exceeded")]
    [InlineData(
        "ssm", "AmazonSSM.GetParameter", "serverError", "500 InternalServerError: An error occurred on the server side.",
        "503 ServiceUnavailable: The request has failed due to a temporary failure of the server.")]
    [InlineData("sts", null, "throttle", "400 Throttling: Rate exceeded")]
    [InlineData(
        "sts", null, "serverError", "500 InternalFailure: The request processing has failed because of an unknown error.",
        "503 ServiceUnavailable: The request has failed due to a temporary failure of the server.")]
    public void A_fault_is_answered_in_the_protocol_and_with_the_code_of_the_service_that_it_strikes(
        string service, string? target, string kind, params string[] expected)
    {
        var world = new World(faults: $$"""{ "faults": [{ "kind": "{{kind}}" }] }""");
        var answers = Enumerable.Range(0, 20).Select(_ => Send(world, service, target, target is null ? "Action=GetCallerIdentity" : "{}"));

        Assert.Equal(expected, answers.Select(answer => $"{(int)answer.Status} {Error(answer.Text)}").Distinct().Order(StringComparer.Ordinal));
    }

    private static string Error(string body)
    {
        if (body.StartsWith('{'))
        {
            return $"{JsonNode.Parse(body)!["__type"]}: {JsonNode.Parse(body)!["message"]}";
        }

        var error = XDocument.Parse(body).Descendants().Single(element => element.Name.LocalName == "Error");
        return $"{error.Element(error.Name.Namespace + "Code")!.Value}: {error.Element(error.Name.Namespace + "Message")!.Value}";
    }

    private static JsonNode Json(World world, string service, string target, string body) => JsonNode.Parse(Send(world, service, target, body).Text)!;

    private static (HttpStatusCode Status, string Text, string? ContentType) Send(
        World world, string service, string? target, string body, string region = "us-east-1")
    {
        using var invoker = new HttpMessageInvoker(world.Cloud.CreateHandler());
        using var request = new HttpRequestMessage(HttpMethod.Post, "http://aws.local/") { Content = new StringContent(body) };
        request.Headers.TryAddWithoutValidation(
            "Authorization", $"AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20261122/{region}/{service}/aws4_request, SignedHeaders=host;x-amz-date, Signature=00");
        if (target is not null)
        {
            request.Headers.TryAddWithoutValidation("X-Amz-Target", target);
        }

        return world.Clock.Run(async () =>
        {
            using var response = await invoker.SendAsync(request, CancellationToken.None);
            return (response.StatusCode, await response.Content.ReadAsStringAsync(), response.Content.Headers.ContentType?.MediaType);
        });
    }

    [GeneratedRegex("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex RequestId();
}
