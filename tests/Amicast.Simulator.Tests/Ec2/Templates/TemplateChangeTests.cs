namespace Amicast.Simulator.Tests.Ec2.Templates;

public sealed class TemplateChangeTests
{
    private const string Frankfurt = "eu-central-1";

    [Fact]
    public void The_default_version_is_moved()
    {
        var world = new World();
        var template = world.Run(client => client.ModifyLaunchTemplateAsync(new() { LaunchTemplateName = "web", DefaultVersion = "2" }), Frankfurt).LaunchTemplate;

        Assert.Equal((2L, 2L), (template.DefaultVersionNumber, template.LatestVersionNumber));
        Assert.Equal(2L, world.Cloud.Inspect().Regions[Frankfurt].LaunchTemplates[0].DefaultVersion);
    }

    [Fact]
    public void Versions_are_deleted_each_on_its_own_and_their_numbers_are_not_given_again()
    {
        var world = new World();
        var (deleted, next) = world.Run(
            async client =>
            {
                var deleted = await client.DeleteLaunchTemplateVersionsAsync(new() { LaunchTemplateName = "web", Versions = ["1", "2", "9"] });
                var next = await client.CreateLaunchTemplateVersionAsync(new() { LaunchTemplateName = "web", LaunchTemplateData = new() { KeyName = "k" } });
                return (deleted, next.LaunchTemplateVersion.VersionNumber);
            },
            Frankfurt);

        Assert.Equal([2L], deleted.SuccessfullyDeletedLaunchTemplateVersions.Select(one => one.VersionNumber!.Value));
        Assert.Equal(
            [(1L, "unexpectedError"), (9L, "launchTemplateVersionDoesNotExist")],
            deleted.UnsuccessfullyDeletedLaunchTemplateVersions.Select(one => (one.VersionNumber!.Value, one.ResponseError.Code.Value)));
        Assert.Equal(3L, next);
    }

    [Fact]
    public void A_deleted_template_is_gone_and_its_name_is_free()
    {
        var world = new World();
        world.Run(client => client.DeleteLaunchTemplateAsync(new() { LaunchTemplateName = "web" }), Frankfurt);

        Assert.StartsWith(
            "InvalidLaunchTemplateName.NotFoundException",
            world.Error(client => client.DescribeLaunchTemplatesAsync(new() { LaunchTemplateNames = ["web"] }), Frankfurt),
            StringComparison.Ordinal);
        world.Run(client => client.CreateLaunchTemplateAsync(new() { LaunchTemplateName = "web", LaunchTemplateData = new() { KeyName = "k" } }), Frankfurt);
    }

    [Fact]
    public void The_data_of_an_instance_makes_a_template_that_launches_its_like()
    {
        var world = new World();
        var data = world.Run(client => client.GetLaunchTemplateDataAsync(new() { InstanceId = World.InstanceId })).LaunchTemplateData;

        Assert.Equal(
            ("ami-0a1b2c3d4e5f60001", "m7i.large", "/dev/xvda:30 /dev/sdf:100", "Name=web Role=web"),
            (
                data.ImageId,
                data.InstanceType.Value,
                string.Join(' ', data.BlockDeviceMappings.Select(device => $"{device.DeviceName}:{device.Ebs.VolumeSize}")),
                string.Join(' ', data.TagSpecifications[0].Tags.OrderBy(tag => tag.Key, StringComparer.Ordinal).Select(tag => $"{tag.Key}={tag.Value}"))));
    }

    [Fact]
    public void The_data_of_an_instance_have_its_user_data()
    {
        var world = new World(World.SmallAccount.Replace("\"name\": \"web\", \"instanceType\": \"m7i.large\"", "\"userData\": \"aGVsbG8=\", \"instanceType\": \"m7i.large\"", StringComparison.Ordinal));

        var data = world.Run(client => client.GetLaunchTemplateDataAsync(new() { InstanceId = World.InstanceId })).LaunchTemplateData;

        Assert.Equal("aGVsbG8=", data.UserData);
    }

    [Fact]
    public void Tags_are_deleted_by_key_by_key_and_value_or_all()
    {
        var world = new World();
        string Tags() => string.Join(' ', world.Cloud.Inspect().Regions["us-east-1"].Instances[0].Tags.Select(tag => $"{tag.Key}={tag.Value}"));

        world.Run(client => client.DeleteTagsAsync(new() { Resources = [World.InstanceId], Tags = [new("Role", "db"), new() { Key = "Name" }] }));
        Assert.Equal("Role=web", Tags());
        world.Run(client => client.DeleteTagsAsync(new() { Resources = [World.InstanceId], Tags = [new("Role", "web")] }));
        Assert.Equal("", Tags());
        world.Run(client => client.CreateTagsAsync(new() { Resources = [World.InstanceId], Tags = [new("a", "1"), new("b", "2")] }));
        world.Run(client => client.DeleteTagsAsync(new() { Resources = [World.InstanceId] }));
        Assert.Equal("", Tags());
    }
}
