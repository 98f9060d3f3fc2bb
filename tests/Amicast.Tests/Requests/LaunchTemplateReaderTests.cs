using System.Text.Json;
using Amicast.Requests;

namespace Amicast.Tests.Requests;

public sealed class LaunchTemplateReaderTests
{
    [Theory]
    [InlineData("""{ "name": "web" }""", "web, no base said, afterVerify, default moved, no parameter")]
    [InlineData("""{ "id": "lt-0a1b2c3d4e5f60001", "baseVersion": 3, "publish": "always", "setDefault": false, "parameter": "/amicast/web/latest" }""",
        "lt-0a1b2c3d4e5f60001, base 3, always, default kept, /amicast/web/latest")]
    [InlineData("""{ "name": "web", "baseVersion": "$Default", "create": { "instanceType": "t3.micro" }, "publish": "never" }""",
        "web, base $Default, never, default moved, no parameter, made as t3.micro")]
    [InlineData("""{ "name": "web", "fromInstance": true, "parameter": "latest" }""", "web, no base said, afterVerify, default moved, latest, made from the instance")]
    public void A_launch_template_is_read_with_its_defaults(string document, string expected)
    {
        var (template, problems) = Read(document);

        Assert.Empty(problems);
        Assert.Equal(expected, Shown(template!));
    }

    [Theory]
    [InlineData("{}", "$.launchTemplate.name: Missing: the template is not named by exactly one of 'name' and 'id'; give one of them")]
    [InlineData("""{ "name": "we" }""", "$.launchTemplate.name: InvalidName: 'we' is not a launch template name; use 3 to 128 letters, digits and ( ) . - / _")]
    [InlineData("""{ "id": "lt-1" }""", "$.launchTemplate.id: InvalidLaunchTemplateId: 'lt-1' is not well formed; a launch template id is 'lt-' and 17 hexadecimal digits")]
    [InlineData(
        """{ "id": "lt-0a1b2c3d4e5f60001", "create": { "instanceType": "t3.micro" }, "fromInstance": true }""",
        """
        $.launchTemplate.create: Conflict: a template that is named by its id exists already; name it by 'name', or leave this out
        $.launchTemplate.fromInstance: Conflict: a template that is named by its id exists already; name it by 'name', or leave this out
        """)]
    [InlineData("""{ "name": "web", "create": {} }""", "$.launchTemplate.create: Empty: 'create' says nothing; EC2 makes no launch template without data: name an instance type at least")]
    [InlineData("""{ "name": "web", "baseVersion": 0 }""", "$.launchTemplate.baseVersion: InvalidVersion: '0' is not a template version; write a number, \"$Latest\" or \"$Default\"")]
    [InlineData("""{ "name": "web", "publish": "after" }""", "$.launchTemplate.publish: UnknownValue: 'after' is not a value of 'publish'; use one of: afterVerify, always, never")]
    [InlineData(
        """{ "name": "web", "publish": "never", "setDefault": true, "parameter": "/a" }""",
        """
        $.launchTemplate.parameter: Conflict: nothing is published; leave it out, or publish "afterVerify" or "always"
        $.launchTemplate.setDefault: Conflict: nothing is published; leave it out, or publish "afterVerify" or "always"
        """)]
    [InlineData("""{ "name": "web", "paramter": "/a" }""", "$.launchTemplate.paramter: UnknownProperty: 'paramter' is not a property here; did you mean 'parameter'?")]
    public void What_is_wrong_with_a_launch_template_is_reported_all_at_once(string document, string expected) =>
        Assert.Equal(expected, string.Join('\n', Read(document).Problems));

    [Fact]
    public void Making_a_template_from_the_source_instance_needs_one() =>
        Assert.Equal(
            "$.launchTemplate.fromInstance: Conflict: the run starts from an image, not from an instance; describe the template in 'create'",
            $"{Assert.Single(Read("""{ "name": "web", "fromInstance": true }""", startsFromInstance: false).Problems)}");

    [Theory]
    [InlineData("/amicast/web/latest", true)]
    [InlineData("latest.web_1-a", true)]
    [InlineData("/1/2/3/4/5/6/7/8/9/10/11/12/13/14/15", true)]
    [InlineData("/1/2/3/4/5/6/7/8/9/10/11/12/13/14/15/16", false)]
    [InlineData("amicast/web", false)]
    [InlineData("/amicast//web", false)]
    [InlineData("/amicast/", false)]
    [InlineData("/aws/web", false)]
    [InlineData("SSM-web", false)]
    [InlineData("/web latest", false)]
    [InlineData("", false)]
    public void A_parameters_name_is_held_to_the_form_of_Systems_Manager(string name, bool isOne)
    {
        var problems = Read($$"""{ "name": "web", "parameter": "{{name}}" }""").Problems;

        Assert.Equal(isOne ? [] : ["$.launchTemplate.parameter InvalidParameterName"], problems.Select(p => $"{p.Path} {p.Code}"));
    }

    private static (RequestLaunchTemplate? Template, List<Problem> Problems) Read(string document, bool startsFromInstance = true)
    {
        using var request = JsonDocument.Parse($$"""{ "launchTemplate": {{document}} }""");
        var problems = new List<Problem>();
        return (LaunchTemplateReader.Read(ObjectReader.Open(request.RootElement, "$", problems)!, startsFromInstance, problems), problems);
    }

    private static string Shown(RequestLaunchTemplate template) => string.Join(", ", new[]
    {
        template.Naming.Named,
        template.BaseVersion is null ? "no base said" : $"base {template.BaseVersion}",
        JsonNamingPolicy.CamelCase.ConvertName($"{template.Publish}"),
        template.SetDefault ? "default moved" : "default kept",
        template.Parameter ?? "no parameter",
        template.Create is null ? null : $"made as {template.Create.InstanceType}",
        template.FromInstance ? "made from the instance" : null,
    }.OfType<string>());
}
