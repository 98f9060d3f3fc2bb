using Amazon.EC2.Model;

namespace Amicast.Simulator.Tests.Ec2.Accounts;

/// <summary>Keys that cannot be used show only later: the request is taken, and what it makes fails.</summary>
public sealed class KeyTests
{
    private const string Partner = "111122223333";

    public static TheoryData<string, string, string> Launches => new()
    {
        { "Enabled", "running", "" },
        { "Disabled", "terminated", "Client.InvalidKMSKey.InvalidState Client.InvalidKMSKey.InvalidState: The KMS key provided is in an incorrect state" },
        { "PendingDeletion", "terminated", "Client.InvalidKMSKey.InvalidState Client.InvalidKMSKey.InvalidState: The KMS key provided is in an incorrect state" },
    };

    public static TheoryData<string, string> Keys => new()
    {
        { "alias/good", "available" },
        { "alias/off", "failed: Copy image failed with an internal error" },
        { "alias/none", "failed: Copy image failed with an internal error" },
        { "arn:aws:kms:eu-central-1:111122223333:alias/open", "available" },
        { "arn:aws:kms:eu-central-1:111122223333:alias/closed", "failed: Copy image failed with an internal error" },
        { "arn:aws:kms:us-east-1:123456789012:alias/ami", "failed: Copy image failed with an internal error" },
    };

    [Theory]
    [MemberData(nameof(Launches))]
    public void An_instance_launched_from_an_image_whose_key_is_not_enabled_dies_of_it(string state, string expected, string reason)
    {
        var world = new World(World.SmallAccount
            .Replace("\"aliases\": [\"alias/ami\"]", $"\"aliases\": [\"alias/ami\"], \"state\": \"{state}\"", StringComparison.Ordinal)
            .Replace("\"name\": \"us-east-1\",", """
                "name": "us-east-1",
                "images": [{ "imageId": "ami-00000009", "name": "base", "devices": [{ "device": "/dev/xvda", "sizeGiB": 8, "kmsKeyId": "alias/ami" }] }],
                """, StringComparison.Ordinal));

        Assert.Equal((expected, reason), Launch(world, "ami-00000009", "AKIDEXAMPLE"));
    }

    [Theory]
    [InlineData("", "terminated", "Client.InternalError Client.InternalError: Client error on launch")]
    [InlineData(Partner, "running", "")]
    public void An_instance_of_a_shared_image_dies_unless_its_key_is_shared_too(string sharedWith, string expected, string reason)
    {
        var world = new World(World.SmallAccount
            .Replace("\"regions\": [", $$""" "otherAccounts": [{ "accountId": "{{Partner}}" }], "regions": [""", StringComparison.Ordinal)
            .Replace("\"aliases\": [\"alias/ami\"]", $"\"aliases\": [\"alias/ami\"], \"sharedWith\": [{(sharedWith.Length > 0 ? $"\"{sharedWith}\"" : "")}]", StringComparison.Ordinal)
            .Replace("\"name\": \"us-east-1\",", $$"""
                "name": "us-east-1",
                "images": [{ "imageId": "ami-00000009", "name": "base", "devices": [{ "device": "/dev/xvda", "sizeGiB": 8, "kmsKeyId": "alias/ami" }], "launchPermissions": ["{{Partner}}"] }],
                """, StringComparison.Ordinal));

        Assert.Equal((expected, reason), Launch(world, "ami-00000009", Partner));
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void A_copy_under_a_key_that_cannot_be_used_fails_after_it_began(string key, string expected)
    {
        var world = KeyWorld();
        var image = world.Run(
            async client =>
            {
                var copy = await client.CopyImageAsync(new()
                {
                    SourceRegion = "eu-central-1", SourceImageId = "ami-0a1b2c3d4e5f60003", Name = "copy", Encrypted = true, KmsKeyId = key,
                });
                return await world.Available(client, copy.ImageId);
            },
            "eu-central-1");

        Assert.Equal(expected, image.StateReason is null ? image.State.Value : $"{image.State}: {image.StateReason.Message}");
    }

    [Theory]
    [InlineData("alias/good", "available")]
    [InlineData("alias/off", "error")]
    [InlineData("alias/none", "error")]
    public void A_volume_under_a_key_that_cannot_be_used_ends_in_error(string key, string expected)
    {
        var world = KeyWorld();
        var volume = world.Run(
            async client =>
            {
                var made = await client.CreateVolumeAsync(new() { AvailabilityZone = "eu-central-1a", Size = 8, Encrypted = true, KmsKeyId = key });
                return await world.Until(
                    async () => (await client.DescribeVolumesAsync(new DescribeVolumesRequest { VolumeIds = [made.Volume.VolumeId] })).Volumes[0],
                    seen => seen.State != "creating");
            },
            "eu-central-1");

        Assert.Equal(expected, volume.State.Value);
    }

    [Fact]
    public void A_volume_from_a_shared_snapshot_is_under_the_default_key_of_whom_it_is_shared_with()
    {
        var world = new World(World.SmallAccount
            .Replace("\"regions\": [", $$""" "otherAccounts": [{ "accountId": "{{Partner}}" }], "regions": [""", StringComparison.Ordinal)
            .Replace("\"aliases\": [\"alias/ami\"]", $"\"aliases\": [\"alias/ami\"], \"sharedWith\": [\"{Partner}\"]", StringComparison.Ordinal)
            .Replace("\"name\": \"us-east-1\",", $$"""
                "name": "us-east-1",
                "images": [{ "imageId": "ami-00000009", "name": "base", "launchPermissions": ["{{Partner}}"],
                  "devices": [{ "device": "/dev/xvda", "snapshotId": "snap-00000009", "sizeGiB": 8, "kmsKeyId": "alias/ami" }] }],
                """, StringComparison.Ordinal));

        var volume = world.Clock.Run(() => world.Client(accessKey: Partner).CreateVolumeAsync(new() { AvailabilityZone = "us-east-1a", SnapshotId = "snap-00000009" })).Volume;

        Assert.StartsWith($"arn:aws:kms:us-east-1:{Partner}:key/", volume.KmsKeyId, StringComparison.Ordinal);
    }

    private static World KeyWorld() => new(World.SmallAccount
        .Replace("\"name\": \"eu-central-1\",", """
            "name": "eu-central-1", "keys": [{ "aliases": ["alias/good"] }, { "aliases": ["alias/off"], "state": "Disabled" }],
            """, StringComparison.Ordinal)
        .Replace("\"regions\": [", $$"""
            "otherAccounts": [{ "accountId": "{{Partner}}", "regions": [{ "name": "eu-central-1",
              "keys": [{ "aliases": ["alias/open"], "sharedWith": ["123456789012"] }, { "aliases": ["alias/closed"] }] }] }],
            "regions": [
            """, StringComparison.Ordinal));

    private static (string State, string Reason) Launch(World world, string imageId, string accessKey) => world.Clock.Run(async () =>
    {
        var client = world.Client(accessKey: accessKey);
        var launched = (await client.RunInstancesAsync(new() { ImageId = imageId, MinCount = 1, MaxCount = 1 })).Reservation.Instances[0];
        Assert.Equal("pending", launched.State.Name.Value);
        await world.Wait(TimeSpan.FromMinutes(5));
        var seen = (await client.DescribeInstancesAsync(new DescribeInstancesRequest { InstanceIds = [launched.InstanceId] })).Reservations[0].Instances[0];
        return (seen.State.Name.Value, seen.StateReason is { } reason ? $"{reason.Code} {reason.Message}" : "");
    });
}
