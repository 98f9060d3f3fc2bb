using Amicast.Local;
using Amicast.Simulator.Account;

namespace Amicast.WorkflowTests.Templates;

/// <summary>What the plan finds out about launch templates and parameters before anything is made, and what it records.</summary>
public sealed class TemplatePlanTests
{
    private const string Source = """ "source": { "region": "us-east-1", "instanceId": "i-0123456789abcdef0" }, "image": { "name": "web-{date}" } """;

    [Theory]
    [InlineData(
        """ "launch": {}, "launchTemplate": { "name": "wep" } """,
        "$.launchTemplate.name: UnknownLaunchTemplate: there is no launch template 'wep' in us-east-1; did you mean 'web'? Else describe it in 'create', or take it from the source with \"fromInstance\": true")]
    [InlineData(
        """ "launch": {}, "launchTemplate": { "id": "lt-00000000000000000" } """,
        "$.launchTemplate.id: UnknownLaunchTemplate: there is no launch template 'lt-00000000000000000' in us-east-1; name one of the Region's")]
    [InlineData(
        """ "launch": {}, "launchTemplate": { "name": "web", "baseVersion": 7 } """,
        "$.launchTemplate.baseVersion: UnknownTemplateVersion: launch template 'web' in us-east-1 has no version '7'; use a version that it has, \"$Latest\" or \"$Default\"")]
    [InlineData(
        """ "launch": { "template": { "name": "web", "version": "7" } }, "launchTemplate": { "name": "web" } """,
        "$.launch.template.version: UnknownTemplateVersion: launch template 'web' in us-east-1 has no version '7'; use a version that it has, \"$Latest\" or \"$Default\"")]
    [InlineData(
        """ "launch": {}, "launchTemplate": { "name": "web-blue", "create": { "instanceType": "t3.small" }, "baseVersion": 7 } """,
        "$.launchTemplate.baseVersion: UnknownTemplateVersion: launch template 'web-blue' has to be made in us-east-1, and has no version '7' then; use \"$Latest\" or \"$Default\"")]
    [InlineData(
        """ "launch": { "template": { "name": "web", "version": "1" } }, "launchTemplate": { "name": "web", "baseVersion": "2" } """,
        "$.launchTemplate.baseVersion: Conflict: the base is version '2', and version '1' of the same template is launched; say it once: what is published is made from what was launched")]
    [InlineData(
        """ "launchTemplate": { "name": "web" } """,
        "$.launchTemplate.publish: NotVerified: nothing is launched and verified in us-east-1; give a 'launch' that verifies, or publish \"always\" or \"never\"")]
    [InlineData(
        """ "launch": { "verify": "none" }, "launchTemplate": { "name": "web" } """,
        "$.launchTemplate.publish: NotVerified: nothing is launched and verified in us-east-1; give a 'launch' that verifies, or publish \"always\" or \"never\"")]
    [InlineData(
        """ "launch": {}, "launchTemplate": { "name": "web", "parameter": "/list" } """,
        "$.launchTemplate.parameter: WrongParameterType: '/list' in us-east-1 is a StringList; an image's id stands in a parameter of type String: name another one")]
    [InlineData(
        """ "launch": {}, "launchTemplate": { "name": "web-blue", "create": { "instanceType": "t3.smal", "securityGroupIds": ["sg-00000000000000000"] } } """,
        """
        $.launchTemplate.create: InstanceTypeNotOffered: launch template 'web-blue', to be made: us-east-1 does not offer 't3.smal'; did you mean 't3.small'?
        $.launchTemplate.create: UnknownSecurityGroup: launch template 'web-blue', to be made: there is no security group 'sg-00000000000000000' in us-east-1; name one of the Region's, or give the destination its own 'launchTemplate' with 'create'
        """)]
    public void What_is_wrong_with_a_launch_template_is_found_before_anything_is_made(string members, string expected)
    {
        var rehearsal = new Rehearsal(account: WithList());

        var report = rehearsal.Report($$"""{ {{Source}}, {{members}} }""");

        Assert.Equal(expected, report.Failure!.Message);
        Assert.DoesNotContain(rehearsal.Account.Calls, call => !call.Operation.StartsWith("Describe", StringComparison.Ordinal) && !call.Operation.StartsWith("Get", StringComparison.Ordinal));
    }

    [Fact]
    public void What_another_Region_does_not_have_of_the_source_instance_is_a_problem_that_names_it()
    {
        var report = new Rehearsal().Report(
            $$"""{ {{Source}}, "destinations": [ { "region": "eu-central-1" } ], "launchTemplate": { "name": "web-moved", "fromInstance": true, "publish": "always" } }""");

        Assert.Matches(
            """
            ^\$\.launchTemplate\.fromInstance: UnknownSubnet: launch template 'web-moved', to be made: there is no subnet 'subnet-[0-9a-f]{17}' in eu-central-1; name one of the Region's, or give the destination its own 'launchTemplate' with 'create'$
            """.Trim(),
            report.Failure!.Message);
    }

    private static AccountDocument WithList()
    {
        var account = LocalCloud.ExampleAccount;
        return account with
        {
            Regions = [.. account.Regions.Select(region => region with
            {
                Parameters = [new ParameterDocument("/list", [new ParameterVersionDocument(1, "StringList", "a,b", "text", null, null)])],
            })],
        };
    }
}
