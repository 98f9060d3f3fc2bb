using Amazon.EC2;
using Amazon.EC2.Model;

namespace Amicast.Simulator.Tests.Ec2.Instances;

/// <summary>What a Region has for launches to name, as the account document says.</summary>
public sealed class LaunchPlaceTests
{
    private const string Account =
        """
        {
          "accountId": "123456789012",
          "regions": [{
            "name": "eu-central-1",
            "hasNoDefaultVpc": true,
            "securityGroups": { "web": "sg-0a1b2c3d4e5f60003" },
            "instanceTypesNotOffered": ["t3.small"],
            "defaultVpc": { "vpcId": "vpc-0a1b2c3d4e5f60003", "securityGroupId": "sg-0a1b2c3d4e5f60009", "subnetIds": { "eu-central-1a": "subnet-0a1b2c3d4e5f60003" } },
            "images": [{ "imageId": "ami-0a1b2c3d4e5f60003", "name": "al2023", "devices": [{ "device": "/dev/xvda", "sizeGiB": 8 }] }]
          }]
        }
        """;

    [Fact]
    public void The_document_says_groups_types_that_are_not_offered_and_whether_there_is_a_default_VPC()
    {
        var (vpcs, groups, types) = new World(Account).Run(
            async client => (
                (await client.DescribeVpcsAsync()).Vpcs,
                (await client.DescribeSecurityGroupsAsync()).SecurityGroups,
                (await client.DescribeInstanceTypeOfferingsAsync(new() { Filters = [new Filter("instance-type", ["t3.s*", "t3.mic*"])] })).InstanceTypeOfferings),
            "eu-central-1");

        Assert.Equal([("vpc-0a1b2c3d4e5f60003", false)], vpcs.Select(vpc => (vpc.VpcId, vpc.IsDefault!.Value)));
        Assert.Equal([("sg-0a1b2c3d4e5f60009", "default"), ("sg-0a1b2c3d4e5f60003", "web")], groups.Select(group => (group.GroupId, group.GroupName)));
        Assert.Equal(["t3.micro"], types.Select(type => type.InstanceType.Value));
    }

    [Theory]
    [InlineData("t3.micro", null, "VPCIdNotSpecified: No default VPC for this user")]
    [InlineData("t3.small", "subnet-0a1b2c3d4e5f60003", "Unsupported: The requested configuration is currently not supported: t3.small in eu-central-1.")]
    [InlineData("t3.micro", "subnet-0a1b2c3d4e5f60003", "launched")]
    public void A_launch_is_held_to_them(string type, string? subnet, string expected) => Assert.Equal(
        expected,
        new World(Account).Run(
            async client =>
            {
                try
                {
                    await client.RunInstancesAsync(new() { ImageId = "ami-0a1b2c3d4e5f60003", InstanceType = type, SubnetId = subnet, MinCount = 1, MaxCount = 1 });
                    return "launched";
                }
                catch (AmazonEC2Exception refused)
                {
                    return $"{refused.ErrorCode}: {refused.Message}";
                }
            },
            "eu-central-1"));
}
