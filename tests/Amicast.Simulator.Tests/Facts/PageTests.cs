namespace Amicast.Simulator.Tests.Facts;

/// <summary>Every operation that lists page by page: its bounds, its tokens, and pages that stay right while things come and go.</summary>
public sealed class PageTests
{
    private static readonly PageRow[] Table =
    [
        new("DescribeImages", 1, 1000) { Ids = "ImageId.1=ami-00000000000000001", TakesIds = true },
        new("DescribeSnapshots", 5, 1000) { Ids = "SnapshotId.1=snap-00000000000000001" },
        new("DescribeVolumes", 5, 1000) { Ids = "VolumeId.1=vol-00000000000000001" },
        new("DescribeInstances", 5, 1000) { Ids = "InstanceId.1=i-00000000000000001" },
        new("DescribeInstanceStatus", 5, 1000) { Ids = "InstanceId.1=i-00000000000000001" },
        new("DescribeInstanceTypes", 5, 100) { Ids = "InstanceType.1=t3.micro" },
        new("DescribeInstanceTypeOfferings", 5, 1000),
        new("DescribeLaunchTemplates", 1, 200) { Ids = "LaunchTemplateId.1=lt-00000000000000001", TakesIds = true },
        new("DescribeLaunchTemplateVersions", 1, 200) { Ids = "LaunchTemplateId=lt-00000000000000001", TakesIds = true, Least = "&LaunchTemplateName=web" },
        new("DescribeTags", 5, 1000),
        new("DescribeVpcs", 5, 1000),
        new("DescribeSubnets", 5, 1000),
        new("DescribeSecurityGroups", 5, 1000),
    ];

    public static TheoryData<string> Operations => [.. Table.Select(row => row.Operation)];

    public static TheoryData<string> OperationsWithIds => [.. Table.Where(row => row.Ids is not null).Select(row => row.Operation)];

    [Theory]
    [MemberData(nameof(Operations))]
    public void A_page_has_a_least_and_a_greatest_size(string operation)
    {
        var (world, row) = (new QueryWorld(), Of(operation));

        Assert.Equal(QueryWorld.Succeeded, world.Outcome(row.Request($"MaxResults={row.Smallest}")));
        Assert.Equal(QueryWorld.Succeeded, world.Outcome(row.Request($"MaxResults={row.Greatest}")));
        Assert.All([row.Smallest - 1, row.Greatest + 1, -1, int.MaxValue], size => Assert.Equal(
            $"InvalidParameterValue 400: Value ( {size} ) for parameter maxResults is invalid. Expecting a value between {row.Smallest} and {row.Greatest}.",
            world.Outcome(row.Request($"MaxResults={size}"))));
        Assert.Equal("InvalidParameterValue 400: Value (many) for parameter MaxResults is invalid.", world.Outcome(row.Request("MaxResults=many")));
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public void A_token_that_no_page_gave_is_refused(string operation)
    {
        var world = new QueryWorld();

        Assert.All(["garbage", "YWZ0ZXI6", "YWZ0ZXI6LTE", "a%26b", "äöü"], token => Assert.Equal(
            $"InvalidNextToken 400: The token '{Uri.UnescapeDataString(token)}' is invalid", world.Outcome(Of(operation).Request($"NextToken={token}"))));
    }

    [Theory]
    [MemberData(nameof(OperationsWithIds))]
    public void The_size_of_a_page_stands_beside_ids_only_where_AWS_lets_it(string operation)
    {
        var row = Of(operation);

        Assert.Equal(
            row.TakesIds ? QueryWorld.Succeeded : "InvalidParameterCombination 400: The parameter MaxResults cannot be used together with a list of ids.",
            new QueryWorld().Outcome($"Action={operation}&{row.Ids}&MaxResults=5"));
    }

    [Fact]
    public void Owners_of_snapshots_and_who_may_restore_them_are_accounts_or_their_aliases()
    {
        var world = new QueryWorld();

        Assert.Equal(["snap-00000000000000004"], world.Values("snapshotId", "Action=DescribeSnapshots&Owner.1=amazon"));
        Assert.Equal(4, world.Values("snapshotId", "Action=DescribeSnapshots&Owner.1=self").Count);
        Assert.Equal(["snap-00000000000000003", "snap-00000000000000004"], world.Values("snapshotId", "Action=DescribeSnapshots&RestorableBy.1=all"));
        Assert.Equal("InvalidUserID.Malformed 400: Invalid user id: \"me\"", world.Outcome("Action=DescribeSnapshots&Owner.1=me"));
        Assert.Equal("InvalidUserID.Malformed 400: Invalid user id: \"amazon\"", world.Outcome("Action=DescribeSnapshots&RestorableBy.1=amazon"));
    }

    [Theory]
    [InlineData("DescribeSnapshots", "snapshotId", "CopySnapshot&SourceRegion=eu-central-1&SourceSnapshotId=snap-00000000000000009", "DeleteSnapshot&SnapshotId=")]
    [InlineData("DescribeVolumes", "volumeId", "CreateVolume&AvailabilityZone=us-east-1a&Size=1", "DeleteVolume&VolumeId=")]
    [InlineData("DescribeLaunchTemplates", "launchTemplateId", "CreateLaunchTemplate&LaunchTemplateData.InstanceType=t3.micro&LaunchTemplateName=t-{n}", "DeleteLaunchTemplate&LaunchTemplateId=")]
    [InlineData("DescribeImages", "imageId", "CopyImage&SourceRegion=eu-central-1&SourceImageId=ami-00000000000000009&Name=i-{n}", "DeregisterImage&ImageId=")]
    public void Pages_hold_what_was_there_all_along_once_and_in_order_though_others_come_and_go(string operation, string element, string create, string delete)
    {
        var world = new QueryWorld();
        var made = 0;
        string Make() => world.Values(element, $"Action={create.Replace("{n}", $"{1000 + made++}", StringComparison.Ordinal)}")[0];
        var ids = Enumerable.Range(0, 14).Select(_ => Make()).ToList();
        var (seen, deleted, token) = (new List<string>(), new List<string>(), "");
        do
        {
            var page = $"Action={operation}&MaxResults=5&NextToken={token}";
            seen.AddRange(world.Values(element, page));
            token = world.Values("nextToken", page).SingleOrDefault("");

            // One that was seen goes, one that was not seen yet goes, and a new one comes.
            foreach (var id in (string[])[seen.FindLast(ids.Contains) ?? ids[0], ids.FindLast(id => !seen.Contains(id) && !deleted.Contains(id)) ?? ""])
            {
                deleted.Add(id);
                world.Send($"Action={delete}{id}");
            }

            Make();
        }
        while (token.Length > 0);

        Assert.Equal(ids.Except(deleted), seen.Intersect(ids).Except(deleted));
        Assert.Equal(seen.Count, seen.Distinct().Count());
        Assert.InRange(deleted.Count, 4, 12);
    }

    private static PageRow Of(string operation) => Table.Single(row => row.Operation == operation);

    /// <param name="Smallest">The least MaxResults that AWS takes.</param>
    private sealed record PageRow(string Operation, int Smallest, int Greatest)
    {
        /// <summary>How the request names what it lists.</summary>
        internal string? Ids { get; init; }

        internal bool TakesIds { get; init; }

        /// <summary>What the request needs besides.</summary>
        internal string Least { get; init; } = "";

        internal string Request(string parameter) => $"Action={Operation}{Least}&{parameter}";
    }
}
