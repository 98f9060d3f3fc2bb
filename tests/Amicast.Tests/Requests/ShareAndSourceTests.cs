using System.Text.Json;
using Amicast.Requests;

namespace Amicast.Tests.Requests;

/// <summary>What can be written in <c>share</c>, and of the source before and after.</summary>
public sealed class ShareAndSourceTests
{
    [Fact]
    public void Sharing_exactly_with_organizations_and_giving_up_the_source_are_read()
    {
        var (request, problems) = Read(
            """
            { "source": { "region": "us-east-1", "instanceId": "i-0123456789abcdef0", "beforehand": "stop", "afterwards": "terminate" },
              "image": { "name": "web" },
              "share": { "mode": "exact", "organizations": ["arn:aws:organizations::123456789012:organization/o-exampleorgid"],
                "organizationalUnits": ["arn:aws-cn:organizations::123456789012:ou/o-exampleorgid/ou-exam-exampleou1"] },
              "launch": { "template": { "name": "web" } } }
            """);

        var share = request!.Destinations[0].Share!;
        Assert.Empty(problems);
        Assert.Equal((SourceBeforehand.Stop, SourceAfterwards.Terminate, ShareMode.Exact), (request.Source.Beforehand, request.Source.Afterwards, share.Mode));
        Assert.Equal(
            ["arn:aws:organizations::123456789012:organization/o-exampleorgid", "arn:aws-cn:organizations::123456789012:ou/o-exampleorgid/ou-exam-exampleou1"],
            share.Organizations.Concat(share.OrganizationalUnits));
    }

    [Fact]
    public void What_is_wrong_with_organizations_modes_and_an_image_that_is_to_be_stopped_is_reported_at_once() => Assert.Equal(
        """
        $.source.afterwards: UnknownValue: 'stopp' is not a value of 'afterwards'; did you mean 'stop'?
        $.source.beforehand: SourceIsImage: the source is an image, which cannot be stopped; leave it out, or start from the instance
        $.share.organizations[0]: InvalidOrganizationArn: 'o-exampleorgid' is not an organization's ARN; write it like arn:aws:organizations::123456789012:organization/o-exampleorgid
        $.share.organizationalUnits[0]: InvalidOrganizationalUnitArn: 'arn:aws:organizations::123456789012:ou/o-exampleorgid' is not an organizational unit's ARN; write it like arn:aws:organizations::123456789012:ou/o-exampleorgid/ou-exam-exampleou1
        $.share.mode: UnknownValue: 'exakt' is not a value of 'mode'; did you mean 'exact'?
        """,
        string.Join('\n', Read(
            """
            { "source": { "region": "us-east-1", "imageId": "ami-0123456789abcdef0", "beforehand": "stop", "afterwards": "stopp" },
              "share": { "mode": "exakt", "organizations": ["o-exampleorgid"], "organizationalUnits": ["arn:aws:organizations::123456789012:ou/o-exampleorgid"] } }
            """).Problems));

    [Theory]
    [InlineData("stop", "none", "us-east-1, eu-west-1; give each of them a 'launch' with a 'verify' other than \"none\", or keep the source")]
    [InlineData("stop", "running", "us-east-1; give each of them a 'launch' with a 'verify' other than \"none\", or keep the source")]
    [InlineData("terminate", "running", "us-east-1, eu-west-1; give each of them a 'launch' with 'verify': \"statusOk\", or keep the source")]
    public void A_source_is_given_up_only_where_every_destination_verifies_what_it_launches(string afterwards, string verify, string expected) => Assert.Equal(
        $"$.source.afterwards: NotVerified: \"{afterwards}\" needs a verified launch in every destination, and not every one has it: {expected}",
        string.Join('\n', Read(
            $$"""
            { "source": { "region": "us-east-1", "instanceId": "i-0123456789abcdef0", "afterwards": "{{afterwards}}" }, "image": { "name": "web" },
              "destinations": [ { "region": "us-east-1", "launch": null }, { "region": "eu-west-1" } ], "launch": { "template": { "name": "web" }, "verify": "{{verify}}" } }
            """).Problems));

    private static (Request? Request, List<Problem> Problems) Read(string document)
    {
        using var json = JsonDocument.Parse(document);
        return RequestReader.Read(json.RootElement.Clone());
    }
}
