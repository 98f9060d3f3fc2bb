using System.Text.Json;
using Amicast.Requests;

namespace Amicast.Tests.Requests;

public sealed class LaunchReaderTests
{
    [Theory]
    [InlineData(
        """{ "template": { "name": "web" } }""",
        "1 from web $Latest, statusOk within 20, kept")]
    [InlineData(
        """{ "instance": { "instanceType": "t3.micro" }, "count": 2, "market": "spot", "verify": "running", "verifyWithinMinutes": 5, "keep": false }""",
        "2 t3.micro described, spot, running within 5, terminated")]
    [InlineData(
        """{ "template": { "id": "lt-1", "version": "3" }, "count": 4, "overrides": { "tags": { "a": "b" } }, "market": "spot", "fleet": { "instanceTypes": ["m7i.large", "m6i.large"], "availabilityZones": ["us-east-1a", "us-east-1b"], "allocationStrategy": "price-capacity-optimized", "minCount": 3 } }""",
        "4 from lt-1 3, spot, at least 3 of 4 pools price-capacity-optimized, statusOk within 20, kept")]
    [InlineData(
        """{ "count": 2 }""",
        "2 from nothing, statusOk within 20, kept")]
    public void A_launch_is_read_with_its_defaults(string document, string expected)
    {
        var (launch, problems) = Read(document);

        Assert.Empty(problems);
        Assert.Equal(expected, Shown(launch!));
    }

    [Theory]
    [InlineData(
        """{ "template": { "name": "web" }, "instance": { "instanceType": "t3.micro" }, "overrides": {} }""",
        """
        $.launch.instance: Conflict: both 'template' and 'instance' are given; keep the one to launch from; 'overrides' stand in place of what a template says
        $.launch.overrides: Conflict: there is no template to override; put them into 'instance'
        """)]
    [InlineData(
        """{ "instance": { "disableApiTermination": true }, "keep": false, "fleet": { "instanceTypes": ["t3.micro"] } }""",
        """
        $.launch.instance.instanceType: Missing: 'instanceType' is not given; name it: there is no template that would
        $.launch.fleet: Conflict: EC2 launches fleets from launch templates only; name a template, or leave 'fleet' out
        """)]
    [InlineData(
        """{ "template": { "name": "web" }, "market": "onDemand", "overrides": { "market": "spot", "keyName": "web" }, "fleet": { "subnetIds": ["subnet-0a1b2c3d"], "availabilityZones": ["us-east-1a"], "allocationStrategy": "diversifed", "minCount": 2 } }""",
        """
        $.launch.market: Conflict: the market is said twice, and not the same; say it once
        $.launch.fleet.allocationStrategy: UnknownValue: 'diversifed' is not a value of 'allocationStrategy'; use one of: lowest-price, prioritized
        $.launch.fleet.minCount: OutOfRange: 2 is not a whole number from 1 to 1; give one, or leave it out for 1
        $.launch.fleet.instanceTypes: Missing: 'instanceTypes' is not given; list the types to pick from, the preferred one first
        $.launch.fleet.availabilityZones: Conflict: both 'subnetIds' and 'availabilityZones' are given; keep one: a subnet is in a zone already
        $.launch.overrides: Conflict: a fleet takes nothing but 'tags' and 'market' besides its template; put them into the template, or leave 'fleet' out
        """)]
    [InlineData(
        """{ "template": { "name": "web" }, "count": 101, "verifyWithinMinutes": 0, "keep": "no", "flet": {} }""",
        """
        $.launch.count: OutOfRange: 101 is not a whole number from 1 to 100; give one, or leave it out for 1
        $.launch.verifyWithinMinutes: OutOfRange: 0 is not a whole number from 1 to 1440; give one, or leave it out for 20
        $.launch.keep: WrongType: "no" is not true or false; write true or false
        $.launch.flet: UnknownProperty: 'flet' is not a property here; did you mean 'fleet'?
        """)]
    public void What_is_wrong_with_a_launch_is_reported_all_at_once(string document, string expected) =>
        Assert.Equal(expected, string.Join('\n', Read(document).Problems));

    [Fact]
    public void A_launch_that_names_nothing_needs_a_launchTemplate_block_and_is_told_once()
    {
        var launch = Read("{}").Launch;
        var problems = new List<Problem>();

        LaunchReader.CheckNamed(launch, hasLaunchTemplate: true, problems);
        Assert.Empty(problems);

        LaunchReader.CheckNamed(launch, hasLaunchTemplate: false, problems);
        LaunchReader.CheckNamed(launch, hasLaunchTemplate: false, problems);
        Assert.Equal(
            "$.launch.template: Missing: neither 'template' nor 'instance' is given; name the launch template: { \"name\": … }, or describe the instance",
            $"{Assert.Single(problems)}");
    }

    private static (RequestLaunch? Launch, List<Problem> Problems) Read(string document)
    {
        var problems = new List<Problem>();
        using var json = JsonDocument.Parse($$"""{ "launch": {{document}} }""");
        return (LaunchReader.Read(ObjectReader.Open(json.RootElement.Clone(), "$", problems)!, problems), problems);
    }

    private static string Shown(RequestLaunch launch) =>
        $"{launch.Count}{(launch.IsDescribed ? $" {launch.Overrides.InstanceType} described" : $" from {launch.Template?.Name ?? launch.Template?.Id ?? "nothing"}{(launch.Template is { } t ? $" {t.Version}" : "")}")}"
        + (launch.Overrides.Market == Market.Spot ? ", spot" : "")
        + (launch.Fleet is { } fleet ? $", at least {fleet.MinCount} of {fleet.Pools} pools {fleet.AllocationStrategy}" : "")
        + $", {(launch.Verify == Verification.StatusOk ? "statusOk" : "running")} within {launch.VerifyWithinMinutes}, {(launch.Keep ? "kept" : "terminated")}";
}
