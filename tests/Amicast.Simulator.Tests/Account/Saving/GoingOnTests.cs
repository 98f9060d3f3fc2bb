using Amazon.EC2.Model;
using Amicast.Simulator.Account;
using Amicast.Simulator.Documents;

namespace Amicast.Simulator.Tests.Account.Saving;

/// <summary>What a world that is founded on a saved document does from there on.</summary>
public sealed class GoingOnTests
{
    [Fact]
    public void With_the_same_seed_ids_are_other_ones_even_where_no_time_has_passed()
    {
        var json = World.WithoutSnapshotLimits();
        var made = new List<string>();
        for (var i = 0; i < 3; i++)
        {
            var world = new World(json, latency: new(TimeSpan.Zero, TimeSpan.Zero));
            made.AddRange(world.Run(async client => new[]
            {
                (await client.CreateVolumeAsync(new() { AvailabilityZone = "us-east-1a", Size = 1 })).Volume.VolumeId,
                (await client.CreateImageAsync(new() { InstanceId = World.InstanceId, Name = $"web-{i}" })).ImageId,
            }));
            json = world.Cloud.Save().ToJson();
        }

        Assert.Equal(6, made.Select(id => id[(id.IndexOf('-', StringComparison.Ordinal) + 1)..]).Distinct().Count());
        Assert.All(made, id => Assert.Contains($"\"{id}\"", json, StringComparison.Ordinal));
        Assert.Equal(AccountDocument.DefaultStart, AccountDocument.Parse(json).StartsAt);
    }

    [Fact]
    public void With_another_seed_keys_networks_and_key_pairs_keep_their_ids()
    {
        var world = new World(AccountLife.Document, seed: 1);

        Assert.Equal(world.Cloud.Save().ToJson(), new World(world.Cloud.Save().ToJson(), seed: 2).Cloud.Save().ToJson());
    }

    [Fact]
    public void A_copy_is_incremental_after_one_that_was_saved()
    {
        var world = new World();
        world.Run(async client => await CopyAsync(world, (await world.NewImage(client: client)).ImageId));
        var next = new World(world.Cloud.Save().ToJson());

        var took = next.Run(async client =>
        {
            var from = next.Clock.GetUtcNow();
            var image = (await client.DescribeImagesAsync(new DescribeImagesRequest { Owners = ["self"] })).Images.Single();
            await CopyAsync(next, image.ImageId);
            return next.Clock.GetUtcNow() - from;
        });

        Assert.InRange(took, TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(5));
    }

    [Fact]
    public void What_one_account_has_under_a_key_of_another_stays_under_it()
    {
        var world = new World(AccountLife.Document);
        var key = $"arn:aws:kms:eu-central-1:{AccountLife.Partner}:alias/open";
        var volume = world.Run(client => client.CreateVolumeAsync(new() { AvailabilityZone = "eu-central-1a", Size = 1, Encrypted = true, KmsKeyId = key }), "eu-central-1").Volume;

        var next = new World(world.Cloud.Save().ToJson(), seed: 2);
        var state = next.Run(async client =>
        {
            await next.Wait(TimeSpan.FromMinutes(1));
            return (await client.DescribeVolumesAsync(new DescribeVolumesRequest { VolumeIds = [volume.VolumeId] })).Volumes.Single();
        }, "eu-central-1");

        Assert.Equal(("available", volume.KmsKeyId), (state.State.Value, state.KmsKeyId));
    }

    [Fact]
    public void What_is_described_twice_or_does_not_fit_together_is_reported_at_once()
    {
        var error = Assert.Throws<InvalidDocumentException>(() => AccountDocument.Parse("""
            {
              "accountId": "123456789012",
              "regions": [{
                "name": "us-east-1", "keyPairs": ["web"], "keyPairIds": { "ops": "key-0a1b2c3d4e5f60001" }, "defaultVpc": { "vpcId": "vpc", "subnetIds": { "us-east-1f": "subnet-00000001" } },
                "volumes": [
                  { "volumeId": "vol-00000001", "sizeGiB": 8, "availabilityZone": "us-east-1z", "kmsKeyId": "alias/aws/ebs", "missingKmsKeyId": "alias/none" },
                  { "volumeId": "vol-00000002", "sizeGiB": 8 }
                ],
                "snapshots": [{ "snapshotId": "snap-00000001", "sizeGiB": 8, "mishap": { "reason": { "code": "x" } }, "createVolumePermissions": ["me"] }],
                "instances": [
                  { "instanceId": "i-00000001", "instanceType": "t3.small", "rootDeviceName": "/dev/xvdb", "volumes": [{ "device": "/dev/xvda", "volumeId": "vol-00000002", "sizeGiB": 9 }] },
                  { "instanceId": "i-00000002", "instanceType": "t3.small", "privateIpAddress": "here", "volumes": [{ "device": "/dev/xvda", "volumeId": "vol-00000002", "sizeGiB": 9 }] }
                ],
                "images": [{ "imageId": "ami-00000001", "name": "base", "devices": [{ "device": "/dev/xvda", "snapshotId": "snap-00000001", "sizeGiB": 8 }] }],
                "launchTemplates": [{ "launchTemplateId": "lt-00000001", "name": "web", "defaultVersion": 3, "nextVersionNumber": 4, "versions": [{ "versionNumber": 2 }, { "versionNumber": 2 }, { "versionNumber": 4 }] }],
                "parameters": [{ "name": "/aws/web", "versions": [] }]
              }]
            }
            """));

        Assert.Equal(
            [
                "volumes[0].missingKmsKeyId InvalidValue", "volumes[0].availabilityZone InvalidValue", "snapshots[0].mishap.reason.message MissingProperty",
                "snapshots[0].createVolumePermissions[0] InvalidValue", "instances[0].volumes[0].sizeGiB Duplicate", "instances[0].rootDeviceName InvalidValue",
                "instances[1].volumes[0].volumeId Duplicate", "instances[1].privateIpAddress InvalidValue", "images[0].devices[0].sizeGiB Duplicate",
                "launchTemplates[0].versions[1].versionNumber InvalidValue", "launchTemplates[0].defaultVersion InvalidValue", "launchTemplates[0].nextVersionNumber InvalidValue",
                "keyPairIds.ops InvalidValue", "defaultVpc.subnetIds.us-east-1f InvalidValue", "defaultVpc.vpcId InvalidValue",
                "parameters[0].name InvalidValue", "parameters[0].versions MissingProperty",
            ],
            error.Problems.Select(problem => $"{problem.Path["$.regions[0].".Length..]} {problem.Code}"));
    }

    private static async Task<Image> CopyAsync(World world, string imageId)
    {
        var there = world.Client("eu-central-1");
        var copy = await there.CopyImageAsync(new() { SourceRegion = "us-east-1", SourceImageId = imageId, Name = "copy" });
        return await world.Available(there, copy.ImageId);
    }
}
