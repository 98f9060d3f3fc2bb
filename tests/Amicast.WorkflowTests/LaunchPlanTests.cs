using Amicast.Local;
using Amicast.Simulator.Account;

namespace Amicast.WorkflowTests;

/// <summary>What would keep a launch from succeeding half an hour later is found in the first second, all of it at once.</summary>
public sealed class LaunchPlanTests
{
    [Fact]
    public void Everything_that_a_description_names_and_the_Region_does_not_have_is_found_at_once() => Assert.Equal(
        """
        $.launch.instance.instanceType: InstanceTypeNotOffered: eu-central-1 does not offer 'm7i.lrge'; did you mean 'm7i.large'?
        $.launch.instance.keyName: UnknownKeyPair: there is no key pair 'wep' in eu-central-1; did you mean 'web'?
        $.launch.instance.securityGroupIds[0]: UnknownSecurityGroup: there is no security group 'sg-0a1b2c3d4e5f60001' in eu-central-1; name one of the Region's, or give the destination its own 'launch'
        $.launch.instance.subnetId: UnknownSubnet: there is no subnet 'subnet-0a1b2c3d' in eu-central-1; name one of the Region's, or give the destination its own 'launch'
        $.launch.instance.availabilityZone: UnknownAvailabilityZone: there is no Availability Zone 'eu-cental-1a' in eu-central-1; did you mean 'eu-central-1a'?
        """,
        Problems("""
            "instance": { "instanceType": "m7i.lrge", "keyName": "wep", "securityGroupIds": ["sg-0a1b2c3d4e5f60001"], "subnetId": "subnet-0a1b2c3d", "availabilityZone": "eu-cental-1a" }
            """));

    [Theory]
    [InlineData(
        "\"instance\": { \"instanceType\": \"m7g.large\" }",
        "$.launch.instance.instanceType: WrongArchitecture: 'm7g.large' runs arm64, the image is for x86_64; choose an instance type for x86_64")]
    [InlineData(
        "\"template\": { \"name\": \"web\" }, \"fleet\": { \"instanceTypes\": [\"m7i.large\", \"t4g.small\"], \"availabilityZones\": [\"eu-central-1d\"] }",
        """
        $.launch.fleet.instanceTypes[1]: WrongArchitecture: 't4g.small' runs arm64, the image is for x86_64; choose an instance type for x86_64
        $.launch.fleet.availabilityZones[0]: UnknownAvailabilityZone: there is no Availability Zone 'eu-central-1d' in eu-central-1; did you mean 'eu-central-1a'?
        """)]
    [InlineData(
        "\"template\": { \"name\": \"web\" }, \"overrides\": { \"disableApiTermination\": true }, \"keep\": false",
        "$.launch.overrides.disableApiTermination: Conflict: the instances are protected from termination, and 'keep' is false; take 'disableApiTermination' out, or keep the instances")]
    public void What_does_not_go_together_is_found_before_anything_is_made(string launch, string expected) => Assert.Equal(expected, Problems(launch));

    [Fact]
    public void What_a_templates_version_names_is_held_against_the_Region_too() => Assert.Equal(
        """
        $.launch.template.name: InstanceTypeNotOffered: launch template 'web' version 2: eu-central-1 does not offer 't3.small'; choose a type that it offers, or give the destination its own 'launch'
        $.launch.template.name: UnknownKeyPair: launch template 'web' version 2: there is no key pair 'web' in eu-central-1; name one of the Region's, or give the destination its own 'launch'
        $.launch.template.name: UnknownSecurityGroup: launch template 'web' version 2: there is no security group 'sg-0a1b2c3d4e5f60003' in eu-central-1; name one of the Region's, or give the destination its own 'launch'
        """,
        Problems("\"template\": { \"name\": \"web\" }", region => region with
        {
            KeyPairs = [], SecurityGroups = new Dictionary<string, string>(), InstanceTypesNotOffered = ["t3.small"],
        }));

    [Fact]
    public void A_Region_without_a_default_VPC_needs_a_subnet() => Assert.Equal(
        "$.launch: NoDefaultVpc: eu-central-1 has no default VPC, and no subnet is named; name a subnet, or give the destination its own 'launch'",
        Problems("\"instance\": { \"instanceType\": \"t3.small\" }", region => region with { HasNoDefaultVpc = true }));

    [Fact]
    public void A_launch_is_planned_with_six_reads_a_Region_at_most()
    {
        var rehearsal = new Rehearsal();

        rehearsal.Run(Request("""
            "instance": { "instanceType": "t3.small", "keyName": "web", "securityGroupIds": ["sg-0a1b2c3d4e5f60003"], "availabilityZone": "eu-central-1a" }
            """));

        string[] looks = ["DescribeInstanceTypeOfferings", "DescribeInstanceTypes", "DescribeVpcs", "DescribeSubnets", "DescribeSecurityGroups", "DescribeKeyPairs", "DescribeAvailabilityZones"];
        Assert.Equal(
            ["DescribeAvailabilityZones", "DescribeInstanceTypeOfferings", "DescribeInstanceTypes", "DescribeKeyPairs", "DescribeSecurityGroups", "DescribeVpcs"],
            rehearsal.Account.Calls.Where(c => c.Region == "eu-central-1" && looks.Contains(c.Operation)).Select(c => c.Operation).Order(StringComparer.Ordinal));
    }

    private static string Request(string launch) =>
        $$"""
        { "source": { "region": "us-east-1", "instanceId": "i-0123456789abcdef0" }, "image": { "name": "web-{date}" },
          "destinations": [{ "region": "eu-central-1" }], "launch": { {{launch}} } }
        """;

    private static string Problems(string launch, Func<RegionDocument, RegionDocument>? change = null)
    {
        var example = LocalCloud.ExampleAccount;
        var account = example with { Regions = [.. example.Regions.Select(r => r.Name == "eu-central-1" && change is not null ? change(r) : r)] };
        var rehearsal = new Rehearsal(account: account);

        var report = rehearsal.Report(Request(launch));

        Assert.All(rehearsal.Account.Calls, call => Assert.True(Reads.Is(call), call.Operation));
        return report.Failure!.Message;
    }
}
