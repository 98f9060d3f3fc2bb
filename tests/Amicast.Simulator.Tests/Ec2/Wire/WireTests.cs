using System.Net;
using System.Text.RegularExpressions;

namespace Amicast.Simulator.Tests.Ec2.Wire;

public sealed partial class WireTests
{
    private const string Signature =
        "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20261122/us-east-1/ec2/aws4_request, SignedHeaders=host;x-amz-date, Signature=00";

    [Theory]
    [InlineData("Action=Frobnicate&Version=2016-11-15", Signature, 400, "InvalidAction", "The action Frobnicate is not valid for this web service.")]
    [InlineData("Version=2016-11-15", Signature, 400, "MissingAction", "The request must contain the parameter Action")]
    [InlineData("Action=DescribeRegions", null, 403, "MissingAuthenticationToken", "Request is missing Authentication Token")]
    [InlineData(
        "Action=DescribeRegions", "AWS4-HMAC-SHA256 Signature=00", 400, "IncompleteSignature",
        "Authorization header requires 'Credential' parameter of the form key/date/region/service/aws4_request.")]
    [InlineData(
        "Action=DescribeImages&Version=2016-11-15&DryRun=maybe", Signature, 400, "InvalidParameterValue", "Value (maybe) for parameter DryRun is invalid.")]
    [InlineData(
        "Action=DescribeImages&Version=2016-11-15&ImageId.1=%3Cami%26%3E", Signature, 400, "InvalidAMIID.Malformed",
        "Invalid id: \"&lt;ami&amp;&gt;\" (expecting \"ami-...\")")]
    public void A_request_that_is_refused_gets_an_error_document(string form, string? signature, int status, string code, string message)
    {
        var (answered, xml) = Send(new World(), form, signature);

        Assert.Equal((HttpStatusCode)status, answered);
        Assert.Equal(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Response><Errors><Error>"
            + $"<Code>{code}</Code><Message>{message}</Message></Error></Errors><RequestID>ID</RequestID></Response>",
            RequestId().Replace(xml, "ID"));
    }

    [Fact]
    public void A_request_that_succeeds_gets_its_response_document()
    {
        var (status, xml) = Send(new World(), "Action=DescribeRegions&Version=2016-11-15&Filter.1.Name=region-name&Filter.1.Value.1=eu-*", Signature);

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<DescribeRegionsResponse xmlns=\"http://ec2.amazonaws.com/doc/2016-11-15/\">"
            + "<requestId>ID</requestId><regionInfo><item><regionName>eu-central-1</regionName>"
            + "<regionEndpoint>ec2.eu-central-1.amazonaws.com</regionEndpoint><optInStatus>opt-in-not-required</optInStatus></item></regionInfo>"
            + "</DescribeRegionsResponse>",
            RequestId().Replace(xml, "ID"));
    }

    [Fact]
    public void Another_service_than_ec2_is_refused()
    {
        var (status, xml) = Send(new World(), "Action=DescribeRegions", Signature.Replace("/ec2/", "/sns/", StringComparison.Ordinal));

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains("<Code>InvalidAction</Code>", xml, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("af-south-1")]
    [InlineData("eu-cental-1")]
    public void A_Region_that_is_not_opted_in_or_unknown_answers_AuthFailure(string region)
    {
        var error = new World().Error(client => client.DescribeRegionsAsync(), region);

        Assert.Equal("AuthFailure 401: AWS was not able to validate the provided access credentials", error);
    }

    [Theory]
    [InlineData("ec2", "DescribeRegions")]
    [InlineData("ec2", "Frobnicate")]
    [InlineData("sts", "GetCallerIdentity")]
    [InlineData("sts", "Frobnicate")]
    public void The_id_of_a_request_stands_in_the_header_that_SDKs_read_and_in_the_body(string service, string action)
    {
        var (_, xml, requestId) = SendForId(new World(), $"Action={action}", Signature.Replace("/ec2/", $"/{service}/", StringComparison.Ordinal));

        Assert.Equal(RequestId().Match(xml).Value, requestId);
    }

    private static (HttpStatusCode Status, string Xml) Send(World world, string form, string? signature)
    {
        var (status, xml, _) = SendForId(world, form, signature);
        return (status, xml);
    }

    private static (HttpStatusCode Status, string Xml, string RequestId) SendForId(World world, string form, string? signature)
    {
        using var invoker = new HttpMessageInvoker(world.Cloud.CreateHandler());
        using var request = new HttpRequestMessage(HttpMethod.Post, "http://ec2.local/") { Content = new StringContent(form) };
        if (signature is not null)
        {
            request.Headers.TryAddWithoutValidation("Authorization", signature);
        }

        return world.Clock.Run(async () =>
        {
            using var response = await invoker.SendAsync(request, CancellationToken.None);
            return (response.StatusCode, await response.Content.ReadAsStringAsync(), response.Headers.GetValues("x-amzn-RequestId").Single());
        });
    }

    [GeneratedRegex("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex RequestId();
}
