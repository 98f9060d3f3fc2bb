namespace Amicast.Simulator.Tests.Facts.Filters;

/// <summary>Regions, zones, and what the default VPC has.</summary>
internal static class NetworkFilters
{
    private const string Zones = "us-east-1a us-east-1b us-east-1c";

    internal static IReadOnlyList<FilterRow> Rows { get; } = [.. Regions(), .. Vpcs(), .. Subnets()];

    private static IEnumerable<FilterRow> Regions() =>
    [
        new("DescribeRegions", "endpoint", "ec2.eu-central-1.amazonaws.com", "eu-central-1"),
        new("DescribeRegions", "opt-in-status", "not-opted-in", "af-south-1"),
        new("DescribeRegions", "region-name", "us-*", "us-east-1"),
        new("DescribeAvailabilityZones", "group-name", "us-east-1", Zones),
        new("DescribeAvailabilityZones", "opt-in-status", "opt-in-not-required", Zones),
        new("DescribeAvailabilityZones", "region-name", "us-east-1", Zones),
        new("DescribeAvailabilityZones", "state", "available", Zones),
        new("DescribeAvailabilityZones", "zone-id", "use1-az2", "us-east-1b"),
        new("DescribeAvailabilityZones", "zone-name", "us-east-1?", Zones),
        new("DescribeAvailabilityZones", "zone-name", "us-east-1c", "us-east-1c"),
        new("DescribeAvailabilityZones", "zone-type", "availability-zone", Zones),
        .. FilterRow.None("DescribeAvailabilityZones", "message", "parent-zone-id", "parent-zone-name"),
        new("DescribeKeyPairs", "key-name", "web", "web"),
        new("DescribeKeyPairs", "key-pair-id", "key-*", "web db"),
        .. FilterRow.None("DescribeKeyPairs", "tag-key", "tag:Name"),
    ];

    private static IEnumerable<FilterRow> Vpcs() =>
    [
        new("DescribeVpcs", "cidr", "172.31.0.0/16", "default"),
        new("DescribeVpcs", "is-default", "true", "default"),
        new("DescribeVpcs", "owner-id", "123456789012", "default"),
        new("DescribeVpcs", "state", "available", "default"),
        new("DescribeVpcs", "vpc-id", "{vpc:default}", "default"),
        .. FilterRow.None(
            "DescribeVpcs",
            "ipv6-cidr-block-association.association-id", "ipv6-cidr-block-association.ipv6-cidr-block", "ipv6-cidr-block-association.ipv6-pool",
            "ipv6-cidr-block-association.state", "tag-key", "tag:Name"),
        new("DescribeSecurityGroups", "description", "default VPC*", "default"),
        new("DescribeSecurityGroups", "group-id", "{sg:default}", "default"),
        new("DescribeSecurityGroups", "group-name", "default", "default"),
        new("DescribeSecurityGroups", "owner-id", "123456789012", "default sg-0000000000000000a"),
        new("DescribeSecurityGroups", "vpc-id", "{vpc:default}", "default sg-0000000000000000a"),
        .. FilterRow.None("DescribeSecurityGroups", "tag-key", "tag:Name"),
    ];

    private static IEnumerable<FilterRow> Subnets() =>
    [
        Subnet("availability-zone", "us-east-1b", "b"),
        Subnet("availability-zone-id", "use1-az3", "c"),
        Subnet("availabilityZone", "us-east-1b", "b"),
        Subnet("availabilityZoneId", "use1-az3", "c"),
        Subnet("available-ip-address-count", "4091", "a b c"),
        Subnet("cidr", "172.31.0.0/20", "a"),
        Subnet("cidr", "172.31.16.0/20", "b"),
        Subnet("cidr-block", "172.31.32.0/20", "c"),
        Subnet("cidrBlock", "172.31.*", "a b c"),
        Subnet("default-for-az", "true", "a b c"),
        Subnet("defaultForAz", "true", "a b c"),
        Subnet("enable-dns64", "false", "a b c"),
        Subnet("ipv6-native", "false", "a b c"),
        Subnet("map-customer-owned-ip-on-launch", "false", "a b c"),
        Subnet("map-public-ip-on-launch", "true", "a b c"),
        Subnet("owner-id", "123456789012", "a b c"),
        Subnet("state", "available", "a b c"),
        Subnet("subnet-arn", "arn:aws:ec2:us-east-1:123456789012:subnet/{subnet:a}", "a"),
        Subnet("subnet-id", "{subnet:b}", "b"),
        Subnet("vpc-id", "{vpc:default}", "a b c"),
        .. FilterRow.None(
            "DescribeSubnets",
            "customer-owned-ipv4-pool", "ipv6-cidr-block-association.association-id", "ipv6-cidr-block-association.ipv6-cidr-block",
            "ipv6-cidr-block-association.state", "outpost-arn", "tag-key", "tag:Name"),
    ];

    private static FilterRow Subnet(string filter, string value, string expected) => new("DescribeSubnets", filter, value, expected);
}
