using Amazon.EC2.Model;

namespace Amicast.Simulator.Tests.Ec2.Images;

public sealed class DeregisterImageTests
{
    [Fact]
    public void A_deregistered_image_is_gone_and_its_snapshots_stay_in_use_for_a_moment_only()
    {
        var world = new World();
        var image = world.Run(_ => world.NewImage());
        var snapshotId = image.BlockDeviceMappings[0].Ebs.SnapshotId;

        Assert.Null(world.Run(client => client.DeregisterImageAsync(new() { ImageId = image.ImageId })).DeleteSnapshotResults);
        Assert.Equal(
            $"InvalidAMIID.NotFound 400: The image id '[{image.ImageId}]' does not exist",
            world.Error(client => client.DescribeImagesAsync(new DescribeImagesRequest { ImageIds = [image.ImageId] })));
        Assert.StartsWith("InvalidSnapshot.InUse 400", world.Error(client => client.DeleteSnapshotAsync(new() { SnapshotId = snapshotId })), StringComparison.Ordinal);
        world.Clock.Run(() => world.Wait(TimeSpan.FromSeconds(5)));
        world.Run(client => client.DeleteSnapshotAsync(new() { SnapshotId = snapshotId }));

        var region = world.Cloud.Inspect().Regions["us-east-1"];
        Assert.Empty(region.Images);
        Assert.Equal([image.BlockDeviceMappings[1].Ebs.SnapshotId], region.Snapshots.Select(snapshot => snapshot.Id));
    }

    [Fact]
    public void DeleteAssociatedSnapshots_deletes_them_and_says_so()
    {
        var world = new World();
        var image = world.Run(_ => world.NewImage());
        var answer = world.Run(client => client.DeregisterImageAsync(new() { ImageId = image.ImageId, DeleteAssociatedSnapshots = true }));

        Assert.True(answer.Return);
        Assert.Equal(
            image.BlockDeviceMappings.Select(mapping => (mapping.Ebs.SnapshotId, "success")),
            answer.DeleteSnapshotResults.Select(result => (result.SnapshotId, result.ReturnCode.Value)));
        Assert.Empty(world.Cloud.Inspect().Regions["us-east-1"].Snapshots);
    }

    [Fact]
    public void A_deregistered_name_is_free_again()
    {
        var world = new World();
        var image = world.Run(_ => world.NewImage("web-1"));
        world.Run(client => client.DeregisterImageAsync(new() { ImageId = image.ImageId }));

        Assert.NotEqual(image.ImageId, world.Run(_ => world.NewImage("web-1")).ImageId);
    }
}
