using Amazon.EC2;
using Amazon.EC2.Model;

namespace Amicast.Simulator.Tests.Ec2.Accounts;

public sealed class SeveralAccountsTests
{
    private const string Partner = "111122223333";
    private const string Member = "444455556666";
    private const string Stranger = "777788889999";
    private const string Organization = "arn:aws:organizations::123456789012:organization/o-exampleorgid";
    private const string Unit = "arn:aws:organizations::123456789012:ou/o-exampleorgid/ou-examplerootid-exampleouid";

    private static readonly string Account = World.SmallAccount.Replace("\"regions\": [", $$"""
        "otherAccounts": [
          { "accountId": "{{Partner}}", "accessKeyIds": ["AKIAPARTNER"], "regions": [{ "name": "eu-central-1", "optInStatus": "opted-in", "keyPairs": ["partner"] }] },
          { "accountId": "{{Member}}", "organization": { "organizationArn": "{{Organization}}", "organizationalUnitArns": ["{{Unit}}"] } },
          { "accountId": "{{Stranger}}" }
        ],
        "regions": [
        """, StringComparison.Ordinal);

    public static TheoryData<string, LaunchPermission, string[]> Permissions => new()
    {
        { "an account", new() { UserId = Partner }, [Partner] },
        { "an organization", new() { OrganizationArn = Organization }, [Member] },
        { "an organizational unit", new() { OrganizationalUnitArn = Unit }, [Member] },
        { "all", new() { Group = PermissionGroup.All }, [Partner, Member, Stranger] },
    };

    [Theory]
    [MemberData(nameof(Permissions))]
    public void A_shared_image_is_seen_and_launched_by_those_it_is_shared_with_and_by_no_other(string _, LaunchPermission permission, string[] reached)
    {
        var world = new World(Account);
        var image = SharedImage(world, permission);

        var outcomes = new[] { Partner, Member, Stranger }.Select(account => (account, SeenBy(world, account, image), LaunchedBy(world, account, image)));

        Assert.Equal(
            new[] { Partner, Member, Stranger }.Select(account => reached.Contains(account)
                ? (account, $"web-1 of {World.AccountId}, 0 tags", "pending")
                : (account, $"InvalidAMIID.NotFound: The image id '[{image}]' does not exist", $"InvalidAMIID.NotFound: The image id '[{image}]' does not exist")),
            outcomes);
    }

    [Fact]
    public void The_tags_of_a_shared_image_are_neither_shown_nor_matched_and_are_its_owners_to_set()
    {
        var world = new World(Account);
        var image = SharedImage(world, new() { UserId = Partner });
        var client = world.Client(accessKey: Partner);

        var (byTag, byKey, tags) = world.Clock.Run(async () => (
            (await client.DescribeImagesAsync(new DescribeImagesRequest { Filters = [new("tag:Role", ["web"])] })).Images,
            (await client.DescribeImagesAsync(new DescribeImagesRequest { Filters = [new("tag-key", ["*"])] })).Images,
            (await client.DescribeTagsAsync(new DescribeTagsRequest())).Tags));

        Assert.Equal((null, null, null), (byTag, byKey, tags));
        Assert.Single(world.Run(owner => owner.DescribeImagesAsync(new DescribeImagesRequest { Filters = [new("tag:Role", ["web"])] })).Images);
        Assert.Equal(
            $"UnsupportedOperation: The simulated account does not support tags on '{image}' of another account.",
            Outcome(world, () => client.CreateTagsAsync(new() { Resources = [image], Tags = [new("a", "b")] })));
        Assert.Equal(
            $"InvalidAMIID.NotFound: The ID '{image}' does not exist",
            Outcome(world, () => world.Client(accessKey: Stranger).CreateTagsAsync(new() { Resources = [image], Tags = [new("a", "b")] })));
    }

    [Fact]
    public void A_shared_image_is_copied_by_whom_its_snapshots_are_shared_with_too()
    {
        var world = new World(Account);
        var image = SharedImage(world, new() { UserId = Partner });
        var copy = () => world.Client(accessKey: Partner).CopyImageAsync(new() { SourceRegion = "us-east-1", SourceImageId = image, Name = "mine" });

        Assert.Equal("InvalidRequest: You do not have permission to access the storage of this ami", Outcome(world, copy));

        world.Run(async owner =>
        {
            foreach (var snapshot in world.Cloud.Inspect().Regions["us-east-1"].Snapshots)
            {
                await owner.ModifySnapshotAttributeAsync(new() { SnapshotId = snapshot.Id, CreateVolumePermission = new() { Add = [new() { UserId = Partner }] } });
            }

            return await world.Available(world.Client(accessKey: Partner), (await copy()).ImageId);
        });
        var mine = world.Cloud.Inspect(Partner).Regions["us-east-1"].Images.Single();
        Assert.Equal(("mine", "available", 0), (mine.Name, mine.State, mine.LaunchPermissions.Count));
        Assert.DoesNotContain(mine.Id, world.Cloud.Inspect().Regions["us-east-1"].Images.Select(own => own.Id));
    }

    [Fact]
    public void A_disabled_image_is_nobody_elses_any_more()
    {
        var world = new World(Account);
        var image = SharedImage(world, new() { UserId = Partner });

        world.Run(owner => owner.DisableImageAsync(new() { ImageId = image }));
        world.Run(owner => owner.EnableImageAsync(new() { ImageId = image }));

        Assert.Equal($"InvalidAMIID.NotFound: The image id '[{image}]' does not exist", SeenBy(world, Partner, image));
    }

    [Fact]
    public void A_deprecated_image_is_hidden_from_others_who_do_not_ask_for_it()
    {
        var world = new World(Account);
        var image = SharedImage(world, new() { UserId = Partner });
        var client = world.Client(accessKey: Partner);

        var (listed, asked, named, own) = world.Clock.Run(async () =>
        {
            await world.Client().EnableImageDeprecationAsync(new() { ImageId = image, DeprecateAt = world.Clock.GetUtcNow().UtcDateTime.AddMinutes(5) });
            await world.Wait(TimeSpan.FromMinutes(10));
            return (
                (await client.DescribeImagesAsync(new DescribeImagesRequest())).Images?.Count,
                (await client.DescribeImagesAsync(new DescribeImagesRequest { IncludeDeprecated = true })).Images?.Count,
                (await client.DescribeImagesAsync(new DescribeImagesRequest { ImageIds = [image] })).Images?.Count,
                (await world.Client().DescribeImagesAsync(new DescribeImagesRequest())).Images?.Count);
        });

        Assert.Equal((null, 1, 1, 1), (listed, asked, named, own));
    }

    [Fact]
    public void What_is_not_shared_is_each_accounts_own()
    {
        var world = new World(Account);
        var partner = world.Client("eu-central-1", "AKIAPARTNER");

        var (instances, templates, keyPairs, images, name) = world.Clock.Run(async () => (
            (await world.Client(accessKey: Partner).DescribeInstancesAsync(new DescribeInstancesRequest())).Reservations,
            (await partner.DescribeLaunchTemplatesAsync(new DescribeLaunchTemplatesRequest())).LaunchTemplates,
            (await partner.DescribeKeyPairsAsync(new DescribeKeyPairsRequest())).KeyPairs.Select(pair => pair.KeyName).Single(),
            (await partner.DescribeImagesAsync(new DescribeImagesRequest())).Images,
            (await world.Client("eu-central-1").DescribeKeyPairsAsync(new DescribeKeyPairsRequest())).KeyPairs));

        Assert.Equal((null, null, "partner", null, null), (instances, templates, keyPairs, images, name));
    }

    [Fact]
    public void The_same_name_and_the_same_client_token_are_free_for_each_account()
    {
        var world = new World(Account.Replace("\"name\": \"base\",", "\"name\": \"base\", \"launchPermissions\": [\"all\"],", StringComparison.Ordinal));
        var request = new CopyImageRequest { SourceRegion = "eu-central-1", SourceImageId = "ami-0a1b2c3d4e5f60003", Name = "base", ClientToken = "one" };

        var ids = new[] { "AKIDEXAMPLE", Partner }.Select(key => world.Clock.Run(() => world.Client(accessKey: key).CopyImageAsync(request)).ImageId).ToList();

        Assert.Equal(2, ids.Distinct().Count());
        Assert.Equal(
            [(ids[0], World.AccountId), (ids[1], Partner)],
            world.Cloud.Calls.Select((call, i) => (ids[i], call.AccountId)));
    }

    private static string SharedImage(World world, LaunchPermission permission) => world.Run(async owner =>
    {
        var image = (await world.NewImage()).ImageId;
        await owner.CreateTagsAsync(new() { Resources = [image], Tags = [new("Role", "web")] });
        await owner.ModifyImageAttributeAsync(new() { ImageId = image, LaunchPermission = new() { Add = [permission] } });
        return image;
    });

    private static string SeenBy(World world, string account, string image)
    {
        var seen = "";
        var failure = Outcome(world, async () =>
        {
            var found = (await world.Client(accessKey: account).DescribeImagesAsync(new DescribeImagesRequest { ImageIds = [image] })).Images.Single();
            seen = $"{found.Name} of {found.OwnerId}, {found.Tags?.Count ?? 0} tags";
        });
        return failure.Length > 0 ? failure : seen;
    }

    private static string LaunchedBy(World world, string account, string image)
    {
        var state = "";
        var failure = Outcome(world, async () =>
            state = (await world.Client(accessKey: account).RunInstancesAsync(new() { ImageId = image, MinCount = 1, MaxCount = 1 })).Reservation.Instances.Single().State.Name.Value);
        return failure.Length > 0 ? failure : state;
    }

    /// <summary>The error, or nothing.</summary>
    private static string Outcome(World world, Func<Task> work)
    {
        try
        {
            world.Clock.Run(work);
            return "";
        }
        catch (AmazonEC2Exception error)
        {
            return $"{error.ErrorCode}: {error.Message}";
        }
    }
}
