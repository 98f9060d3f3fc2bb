using Amazon.EC2.Model;

namespace Amicast.Simulator.Tests.Ec2.Regions;

public sealed class RegionTests
{
    [Theory]
    [InlineData(null, "us-east-1 opt-in-not-required,eu-central-1 opt-in-not-required")]
    [InlineData(true, "us-east-1 opt-in-not-required,eu-central-1 opt-in-not-required,af-south-1 not-opted-in")]
    public void Regions_that_are_not_opted_in_show_only_among_all(bool? all, string expected)
    {
        var regions = new World().Run(client => client.DescribeRegionsAsync(new DescribeRegionsRequest { AllRegions = all })).Regions;

        Assert.Equal(expected, string.Join(',', regions.Select(region => $"{region.RegionName} {region.OptInStatus}")));
    }

    [Theory]
    [InlineData("us-east-1", "us-east-1a use1-az1 available,us-east-1b use1-az2 available,us-east-1c use1-az3 available")]
    [InlineData("eu-central-1", "eu-central-1a euc1-az1 available,eu-central-1b euc1-az2 available,eu-central-1c euc1-az3 available")]
    public void A_Region_has_its_Availability_Zones(string region, string expected)
    {
        var zones = new World().Run(client => client.DescribeAvailabilityZonesAsync(), region).AvailabilityZones;

        Assert.Equal(expected, string.Join(',', zones.Select(zone => $"{zone.ZoneName} {zone.ZoneId} {zone.State}")));
    }

    [Theory]
    [InlineData("ap-southeast-2", "apse2-az1")]
    [InlineData("ap-northeast-1", "apne1-az1")]
    [InlineData("us-gov-west-1", "usgovw1-az1")]
    [InlineData("il-central-1", "ilc1-az1")]
    public void Zone_ids_follow_the_Regions_name(string region, string expected) => Assert.Equal(expected, Simulator.Ec2.Regions.ZoneId.Of(region, 0));
}
