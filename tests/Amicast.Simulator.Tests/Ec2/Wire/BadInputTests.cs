using System.Net;
using System.Text;
using Amicast.Simulator.Tests.Fuzz;

namespace Amicast.Simulator.Tests.Ec2.Wire;

/// <summary>Requests that no client of AWS would write.</summary>
public sealed class BadInputTests
{
    public static TheoryData<string, string> Lists => new()
    {
        { "Action=DescribeImages&Version=2016-11-15" + Many(51, "&Filter.#.Name=name&Filter.#.Value.1=web"), "FilterLimitExceeded The list Filter has more than 50 items." },
        { "Action=DescribeImages&Version=2016-11-15&Filter.1.Name=name" + Many(201, "&Filter.1.Value.#=web"), "FilterLimitExceeded The list Filter.1.Value has more than 200 items." },
        { "Action=DescribeImages&Version=2016-11-15" + Many(1001, "&ImageId.#=ami-00000000000000000"), "InvalidParameterValue The list ImageId has more than 1000 items." },
        { "Action=DescribeInstanceStatus&Version=2016-11-15" + Many(101, "&InstanceId.#=i-00000000000000000"), "InvalidParameterValue The list InstanceId has more than 100 items." },
        { "Action=CreateTags&Version=2016-11-15&Tag.1.Key=k" + Many(100_000, "&ResourceId.#=ami-00000000000000000"), "InvalidParameterValue The list ResourceId has more than 1000 items." },
        { $"Action=DescribeImages&Version=2016-11-15&Owner.1={new string('x', 10_000_000)}", "InvalidParameterValue The parameter Owner.1 is longer than 21848 characters." },
        {
            $"Action=RunInstances&Version=2016-11-15&ImageId={FuzzedCloud.ImageId}&MinCount=1&MaxCount=1001",
            "InstanceLimitExceeded You have requested more instances (1001) than one launch can have (1000)."
        },
        {
            $"Action=RunInstances&Version=2016-11-15&ImageId={FuzzedCloud.ImageId}&MinCount=1&MaxCount=1" + Many(129, "&BlockDeviceMapping.#.DeviceName=/dev/sd#&BlockDeviceMapping.#.Ebs.VolumeSize=1"),
            "AttachmentLimitExceeded An instance can have at most 128 volumes."
        },
        {
            $"Action=RunInstances&Version=2016-11-15&ImageId={FuzzedCloud.ImageId}&MinCount=1&MaxCount=1" + Many(17, "&SecurityGroupId.#=sg-00000000000000000"),
            "SecurityGroupsPerInstanceLimitExceeded An instance can have at most 16 security groups."
        },
        {
            "Action=CreateFleet&Version=2016-11-15&Type=instant&TargetCapacitySpecification.TotalTargetCapacity=1&LaunchTemplateConfigs.1.LaunchTemplateSpecification.Version=1"
                + Many(301, "&LaunchTemplateConfigs.1.Overrides.#.InstanceType=m7i.large"),
            "InvalidParameterValue A fleet can have at most 300 pools: launch templates with their overrides."
        },
        {
            $"Action=RunInstances&Version=2016-11-15&ImageId={FuzzedCloud.ImageId}&MinCount=1&MaxCount=1&BlockDeviceMapping.1.DeviceName=/dev/sdf&BlockDeviceMapping.1.Ebs.VolumeSize=-5",
            "InvalidParameterValue The size of the volume '/dev/sdf' (-5 GiB) must be from 1 to 65536."
        },
    };

    [Theory]
    [InlineData("Action=DescribeImages&Version=2016-11-15&Owner.1=%zz", "MalformedQueryString The query string contains a syntax error")]
    [InlineData("Action=DescribeImages&Version=2016-11-15&Owner.1=self%", "MalformedQueryString The query string contains a syntax error")]
    [InlineData("Action=DescribeImages&Version=2016-11-15&Owner.1=%ff%fe", "MalformedQueryString The query string contains a syntax error")]
    [InlineData("Action=DescribeImages&Version=2016-11-15&Owner.1=%ED%A0%80", "MalformedQueryString The query string contains a syntax error")]
    [InlineData("Action=DescribeImages", "MissingParameter The request must contain the parameter Version")]
    [InlineData("Action=DescribeImages&Version=2010-05-08", "NoSuchVersion The requested version (2010-05-08) of service AmazonEC2 does not exist")]
    [InlineData("Action=DescribeImages&Version=2016-11-15&Filter.01.Name=nonsense", "OK")]
    [InlineData("Action=DescribeImages&Version=2014-10-01&Filter.3.Name=name&Filter.3.Value.1=%62as%65", "OK")]
    [InlineData("Action=DescribeImages&&Version=x&Version=2016-11-15&=&", "OK")]
    [MemberData(nameof(Lists))]
    public void A_form_that_EC2_would_refuse_is_refused(string form, string expected)
    {
        using var cloud = new FuzzedCloud();

        Assert.Equal(expected, Answer(cloud.Send(new WireRequest("ec2", "us-east-1", null, Encoding.UTF8.GetBytes(form)))));
    }

    [Fact]
    public void A_body_that_is_not_UTF8_is_refused_by_every_service_in_its_own_protocol()
    {
        using var cloud = new FuzzedCloud();
        byte[] Octets(string text) => [.. Encoding.ASCII.GetBytes(text), 0xff];

        Assert.Contains("<Code>MalformedQueryString</Code>", cloud.Send(new("ec2", "us-east-1", null, Octets("Action=DescribeImages&Version=2016-11-15"))).Text, StringComparison.Ordinal);
        Assert.Contains("<Code>MalformedQueryString</Code>", cloud.Send(new("sts", "us-east-1", null, Octets("Action=GetCallerIdentity"))).Text, StringComparison.Ordinal);
        Assert.Contains("SerializationException", cloud.Send(new("ssm", "us-east-1", "AmazonSSM.GetParameter", Octets("{\"Name\":\"a"))).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"Name":"a","Value":"v","Type":"String","Overwrite":"maybe"}""", "PutParameter", "SerializationException")]
    [InlineData("""{"Name":null,"Value":"v"}""", "PutParameter", "ValidationException")]
    [InlineData("""{"Name":"a","MaxResults":1e3}""", "GetParameterHistory", "SerializationException")]
    public void A_member_of_the_wrong_type_is_refused_in_the_words_of_the_JSON_protocol(string body, string operation, string code)
    {
        using var cloud = new FuzzedCloud();
        cloud.Send(WireRequest.Json("ssm", "PutParameter", """{"Name":"a","Value":"v","Type":"String"}"""));

        Assert.Contains(code, cloud.Send(WireRequest.Json("ssm", operation, body)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_GET_with_its_parameters_in_the_address_is_answered_as_a_POST_is_and_the_content_type_does_not_matter()
    {
        var world = new World();
        string Send(HttpMethod method, string query, HttpContent? content) => world.Clock.Run(async () =>
        {
            using var wire = new HttpMessageInvoker(world.Cloud.CreateHandler());
            using var request = new HttpRequestMessage(method, $"http://aws.local/{query}") { Content = content };
            request.Headers.TryAddWithoutValidation("Authorization", "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20261122/us-east-1/ec2/aws4_request");
            using var response = await wire.SendAsync(request, CancellationToken.None);
            var xml = await response.Content.ReadAsStringAsync();
            return xml[xml.IndexOf("</requestId>", StringComparison.Ordinal)..];
        });
        const string Form = "Action=DescribeRegions&Version=2016-11-15&Filter.1.Name=region-name&Filter.1.Value.1=eu%2D*";
        using var plain = new StringContent(Form);
        using var unknownCharset = new ByteArrayContent(Encoding.UTF8.GetBytes(Form));
        unknownCharset.Headers.TryAddWithoutValidation("Content-Type", "application/json; charset=nonsense");

        var posted = Send(HttpMethod.Post, "", plain);
        Assert.Contains("eu-central-1", posted, StringComparison.Ordinal);
        Assert.Equal([posted, posted], [Send(HttpMethod.Get, $"?{Form}", null), Send(HttpMethod.Post, "", unknownCharset)]);
    }

    private static string Answer((HttpStatusCode Status, string Text) answer) => answer.Status == HttpStatusCode.OK
        ? "OK"
        : $"{Between(answer.Text, "<Code>", "</Code>")} {Between(answer.Text, "<Message>", "</Message>")}";

    private static string Between(string text, string start, string end)
    {
        var from = text.IndexOf(start, StringComparison.Ordinal) + start.Length;
        return text[from..text.IndexOf(end, from, StringComparison.Ordinal)];
    }

    private static string Many(int count, string each) =>
        string.Concat(Enumerable.Range(1, count).Select(number => each.Replace("#", $"{number}", StringComparison.Ordinal)));
}
