using Amazon.EC2.Model;

namespace Amicast.Simulator.Tests.Ec2.Instances;

/// <summary>What can be asked of instances, their types and their surroundings.</summary>
public sealed class InstanceDescriptionTests
{
    [Fact]
    public void A_reboot_keeps_the_instance_running_and_starts_its_own_check_anew()
    {
        var world = new World();
        var checks = world.Run(async client =>
        {
            await client.RebootInstancesAsync(new() { InstanceIds = [World.InstanceId] });
            await world.Wait(TimeSpan.FromSeconds(20));
            var during = (await client.DescribeInstanceStatusAsync(new DescribeInstanceStatusRequest())).InstanceStatuses[0];
            await world.Wait(TimeSpan.FromMinutes(5));
            var after = (await client.DescribeInstanceStatusAsync(new DescribeInstanceStatusRequest())).InstanceStatuses[0];
            return (during.InstanceState.Name.Value, during.Status.Status.Value, during.SystemStatus.Status.Value, after.Status.Status.Value);
        });

        Assert.Equal(("running", "initializing", "ok", "ok"), checks);
    }

    public static TheoryData<string, Func<InstanceAttribute, string?>, string?> Attributes => new()
    {
        { "instanceType", attribute => attribute.InstanceType, "m7i.large" },
        { "disableApiTermination", attribute => $"{attribute.DisableApiTermination}", "False" },
        { "disableApiStop", attribute => $"{attribute.DisableApiStop}", "False" },
        { "ebsOptimized", attribute => $"{attribute.EbsOptimized}", "False" },
        { "enaSupport", attribute => $"{attribute.EnaSupport}", "True" },
        { "instanceInitiatedShutdownBehavior", attribute => attribute.InstanceInitiatedShutdownBehavior, "stop" },
        { "rootDeviceName", attribute => attribute.RootDeviceName, "/dev/xvda" },
        { "userData", attribute => attribute.UserData, null },
        { "blockDeviceMapping", attribute => string.Join(' ', attribute.BlockDeviceMappings.Select(device => device.DeviceName)), "/dev/xvda /dev/sdf" },
        { "groupSet", attribute => attribute.Groups[0].GroupName, "default" },
    };

    [Theory]
    [MemberData(nameof(Attributes))]
    public void An_attribute_of_an_instance_is_described(string attribute, Func<InstanceAttribute, string?> value, string? expected) => Assert.Equal(
        expected,
        value(new World().Run(client => client.DescribeInstanceAttributeAsync(new DescribeInstanceAttributeRequest { InstanceId = World.InstanceId, Attribute = attribute })).InstanceAttribute));

    [Fact]
    public void Instance_types_are_described_with_their_size_and_architecture()
    {
        var types = new World().Run(client => client.DescribeInstanceTypesAsync(new() { InstanceTypes = ["m7g.xlarge", "t3.micro"] })).InstanceTypes;

        Assert.Equal(
            [("m7g.xlarge", 4, 16384L, "arm64"), ("t3.micro", 2, 1024L, "x86_64")],
            types.Select(type => (type.InstanceType.Value, type.VCpuInfo.DefaultVCpus!.Value, type.MemoryInfo.SizeInMiB!.Value, type.ProcessorInfo.SupportedArchitectures[0])));
    }

    [Theory]
    [InlineData("region", 1, "us-east-1")]
    [InlineData("availability-zone", 3, "us-east-1a")]
    [InlineData("availability-zone-id", 3, "use1-az1")]
    public void Instance_types_are_offered_everywhere(string kind, int count, string first)
    {
        var offerings = new World().Run(client => client.DescribeInstanceTypeOfferingsAsync(new()
        {
            LocationType = kind, Filters = [new("instance-type", ["m7i.large"])],
        })).InstanceTypeOfferings;

        Assert.Equal((count, first), (offerings.Count, offerings[0].Location));
    }

    [Fact]
    public void Instance_types_are_listed_page_by_page()
    {
        var names = new World().Run(async client =>
        {
            var names = new List<string>();
            string? token = null;
            do
            {
                var page = await client.DescribeInstanceTypesAsync(new() { MaxResults = 20, NextToken = token });
                names.AddRange(page.InstanceTypes.Select(type => type.InstanceType.Value));
                token = page.NextToken;
            }
            while (token is not null);
            return names;
        });

        Assert.Equal(83, names.Count);
        Assert.Equal(names.Order(StringComparer.Ordinal).Distinct(), names);
    }

    [Fact]
    public void The_default_network_is_that_in_which_instances_are()
    {
        var world = new World();
        var seen = world.Run(async client =>
        {
            var instance = (await client.DescribeInstancesAsync(new DescribeInstancesRequest())).Reservations[0].Instances[0];
            var vpc = (await client.DescribeVpcsAsync(new DescribeVpcsRequest { Filters = [new("is-default", ["true"])] })).Vpcs.Single();
            var subnets = (await client.DescribeSubnetsAsync(new DescribeSubnetsRequest { SubnetIds = [instance.SubnetId] })).Subnets.Single();
            var group = (await client.DescribeSecurityGroupsAsync(new DescribeSecurityGroupsRequest { GroupNames = ["default"] })).SecurityGroups.Single();
            return (vpc.VpcId == instance.VpcId, subnets.AvailabilityZone == instance.Placement.AvailabilityZone, group.GroupId == instance.SecurityGroups[0].GroupId);
        });

        Assert.Equal((true, true, true), seen);
    }

    [Fact]
    public void Key_pairs_are_those_of_the_account_document()
    {
        var world = new World(World.SmallAccount.Replace("\"name\": \"us-east-1\",", "\"name\": \"us-east-1\", \"keyPairs\": [\"ops\", \"web\"],", StringComparison.Ordinal));

        Assert.Equal(["web"], world.Run(client => client.DescribeKeyPairsAsync(new DescribeKeyPairsRequest { KeyNames = ["web"] })).KeyPairs.Select(pair => pair.KeyName));
        Assert.Null(world.Run(client => client.DescribeKeyPairsAsync(new DescribeKeyPairsRequest()), "eu-central-1").KeyPairs);
    }
}
