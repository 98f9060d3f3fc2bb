using Amazon.EC2;
using Amazon.EC2.Model;

namespace Amicast.Simulator.Tests.Ec2.Images;

/// <summary>Disabling, deprecating and protecting images, and blocking public access to them.</summary>
public sealed class ImageStateTests
{
    private const string Base = "ami-0a1b2c3d4e5f60003";
    private const string Frankfurt = "eu-central-1";
    private static readonly DateTime Later = new(2027, 5, 6, 7, 8, 31, DateTimeKind.Utc);

    [Fact]
    public void Disabling_an_image_hides_it_drops_its_permissions_for_good_and_keeps_it_from_launching()
    {
        var world = new World();
        var seen = world.Run(
            async client =>
            {
                await client.ModifyImageAttributeAsync(new() { ImageId = Base, LaunchPermission = new() { Add = [new() { UserId = "111122223333" }] } });
                await client.DisableImageAsync(new DisableImageRequest { ImageId = Base });
                var hidden = await client.DescribeImagesAsync(new DescribeImagesRequest { ImageIds = [Base] });
                var disabled = await client.DescribeImagesAsync(new DescribeImagesRequest { ImageIds = [Base], IncludeDisabled = true });
                await client.EnableImageAsync(new EnableImageRequest { ImageId = Base });
                var enabled = await client.DescribeImagesAsync(new DescribeImagesRequest { ImageIds = [Base] });
                await client.DisableImageAsync(new DisableImageRequest { ImageId = Base });
                return (Hidden: hidden.Images?.Count ?? 0, disabled.Images[0].State, Enabled: enabled.Images[0].State);
            },
            Frankfurt);

        Assert.Equal((0, ImageState.Disabled, ImageState.Available), seen);
        Assert.Equal(
            $"InvalidAMIID.Unavailable 400: The image ID '{Base}' is no longer available",
            world.Error(client => client.RunInstancesAsync(new(Base, 1, 1)), Frankfurt));
        Assert.Equal(
            "InvalidParameter 400: The filter 'state' with the value 'disabled' requires IncludeDisabled.",
            world.Error(client => client.DescribeImagesAsync(new DescribeImagesRequest { Filters = [new("state", ["disabled"])] }), Frankfurt));
        Assert.Empty(world.Cloud.Inspect().Regions[Frankfurt].Images[0].LaunchPermissions);
    }

    [Fact]
    public void Deprecation_is_rounded_to_the_minute_shown_and_taken_back()
    {
        var world = new World();
        var shown = world.Run(
            async client =>
            {
                await client.EnableImageDeprecationAsync(new() { ImageId = Base, DeprecateAt = Later });
                var deprecated = (await client.DescribeImagesAsync(new DescribeImagesRequest { ImageIds = [Base] })).Images[0].DeprecationTime;
                await client.DisableImageDeprecationAsync(new() { ImageId = Base });
                return (deprecated, (await client.DescribeImagesAsync(new DescribeImagesRequest { ImageIds = [Base] })).Images[0].DeprecationTime);
            },
            Frankfurt);

        Assert.Equal(("2027-05-06T07:09:00.000Z", null), shown);
    }

    [Fact]
    public void A_deprecated_image_stays_listed_for_its_owner()
    {
        var world = new World();
        var own = world.Run(
            async client =>
            {
                await client.EnableImageDeprecationAsync(new() { ImageId = Base, DeprecateAt = world.Clock.GetUtcNow().UtcDateTime.AddMinutes(5) });
                await world.Wait(TimeSpan.FromHours(1));
                return await client.DescribeImagesAsync(new DescribeImagesRequest());
            },
            Frankfurt);

        Assert.Equal([Base], own.Images.Select(image => image.ImageId));
    }

    [Fact]
    public void Protection_with_a_cooldown_holds_for_24_hours_after_it_was_disabled()
    {
        var world = new World();
        const string Refused = $"OperationNotPermitted 400: The image '{Base}' is protected against deregistration. Disable its deregistration protection and try again.";
        string? Attribute() => world.Run(
            client => client.DescribeImageAttributeAsync(new DescribeImageAttributeRequest { ImageId = Base, Attribute = ImageAttributeName.DeregistrationProtection }),
            Frankfurt).ImageAttribute.DeregistrationProtection;

        Assert.Equal("disabled", Attribute());
        world.Run(client => client.EnableImageDeregistrationProtectionAsync(new() { ImageId = Base, WithCooldown = true }), Frankfurt);
        Assert.Equal("enabled-with-cooldown", Attribute());
        Assert.Equal(Refused, world.Error(client => client.DeregisterImageAsync(new() { ImageId = Base }), Frankfurt));
        world.Run(client => client.DisableImageDeregistrationProtectionAsync(new() { ImageId = Base }), Frankfurt);
        world.Clock.Run(() => world.Wait(TimeSpan.FromHours(23)));
        Assert.Equal(Refused, world.Error(client => client.DeregisterImageAsync(new() { ImageId = Base }), Frankfurt));
        world.Clock.Run(() => world.Wait(TimeSpan.FromHours(2)));
        world.Run(client => client.DeregisterImageAsync(new() { ImageId = Base }), Frankfurt);
        Assert.Empty(world.Cloud.Inspect().Regions[Frankfurt].Images);
    }

    [Fact]
    public void Block_public_access_forbids_to_give_an_image_to_all_until_it_is_disabled()
    {
        var world = new World(World.SmallAccount.Replace(
            "\"name\": \"eu-central-1\",", "\"name\": \"eu-central-1\", \"imageBlockPublicAccess\": \"block-new-sharing\",", StringComparison.Ordinal));
        Task Share(IAmazonEC2 client) => client.ModifyImageAttributeAsync(new() { ImageId = Base, LaunchPermission = new() { Add = [new() { Group = "all" }] } });

        Assert.Equal("block-new-sharing", world.Run(c => c.GetImageBlockPublicAccessStateAsync(new()), Frankfurt).ImageBlockPublicAccessState);
        Assert.Equal(
            "OperationNotPermitted 400: You can't publicly share this image because block public access for AMIs is enabled for your account in this Region.",
            world.Error(Share, Frankfurt));
        Assert.Equal("unblocked", world.Run(c => c.DisableImageBlockPublicAccessAsync(new()), Frankfurt).ImageBlockPublicAccessState.Value);
        world.Clock.Run(() => Share(world.Client(Frankfurt)));
        Assert.Equal(
            "block-new-sharing",
            world.Run(c => c.EnableImageBlockPublicAccessAsync(new() { ImageBlockPublicAccessState = "block-new-sharing" }), Frankfurt).ImageBlockPublicAccessState.Value);
        Assert.Equal(["all"], world.Cloud.Inspect().Regions[Frankfurt].Images[0].LaunchPermissions);
    }

    [Fact]
    public void Resetting_an_image_takes_all_its_launch_permissions()
    {
        var world = new World();
        world.Run(
            async client =>
            {
                await client.ModifyImageAttributeAsync(new() { ImageId = Base, LaunchPermission = new() { Add = [new() { UserId = "111122223333" }] } });
                return await client.ResetImageAttributeAsync(new() { ImageId = Base, Attribute = ResetImageAttributeName.LaunchPermission });
            },
            Frankfurt);

        Assert.Empty(world.Cloud.Inspect().Regions[Frankfurt].Images[0].LaunchPermissions);
    }

    [Fact]
    public void An_image_registered_from_a_snapshot_is_available_at_once_and_holds_the_snapshot()
    {
        var world = new World();
        var image = world.Run(
            async client =>
            {
                var made = await client.RegisterImageAsync(new()
                {
                    Name = "registered", RootDeviceName = "/dev/xvda", Architecture = ArchitectureValues.Arm64, Description = "by hand",
                    BlockDeviceMappings = [new() { DeviceName = "/dev/xvda", Ebs = new() { SnapshotId = "snap-0a1b2c3d4e5f60003", VolumeType = VolumeType.Gp3 } }],
                    TagSpecifications = [new() { ResourceType = ResourceType.Image, Tags = [new("Role", "web")] }],
                });
                await client.DeregisterImageAsync(new() { ImageId = Base });
                await world.Wait(TimeSpan.FromMinutes(1));
                return (await client.DescribeImagesAsync(new DescribeImagesRequest { ImageIds = [made.ImageId] })).Images[0];
            },
            Frankfurt);

        Assert.Equal(
            (ImageState.Available, "registered", "by hand", "arm64", "snap-0a1b2c3d4e5f60003", "Role=web"),
            (image.State, image.Name, image.Description, image.Architecture.Value, image.BlockDeviceMappings[0].Ebs.SnapshotId, $"{image.Tags[0].Key}={image.Tags[0].Value}"));
        Assert.StartsWith("InvalidSnapshot.InUse", world.Error(c => c.DeleteSnapshotAsync(new() { SnapshotId = "snap-0a1b2c3d4e5f60003" }), Frankfurt), StringComparison.Ordinal);
    }
}
