using Amazon.EC2;
using Amazon.EC2.Model;

namespace Amicast.Simulator.Tests.Ec2.Instances;

public sealed class RunInstancesTests
{
    private const string ImageId = "ami-0a1b2c3d4e5f60003";
    private const string TemplateId = "lt-0a1b2c3d4e5f60003";
    private const string Frankfurt = "eu-central-1";

    [Theory]
    [InlineData("$Default", "m7i.large", "web", "1")]
    [InlineData(null, "m7i.large", "web", "1")]
    [InlineData("$Latest", "t3.small", null, "2")]
    [InlineData("2", "t3.small", null, "2")]
    public void An_instance_is_launched_from_a_version_of_a_template(string? version, string type, string? keyName, string number)
    {
        var world = new World();
        var instance = Run(world, new() { MinCount = 1, MaxCount = 1, LaunchTemplate = new() { LaunchTemplateName = "web", Version = version } }).Instances.Single();

        Assert.Equal((ImageId, type, keyName, "pending"), (instance.ImageId, instance.InstanceType.Value, instance.KeyName, instance.State.Name.Value));
        var tags = instance.Tags.ToDictionary(tag => tag.Key, tag => tag.Value);
        Assert.Equal((TemplateId, number), (tags["aws:ec2launchtemplate:id"], tags["aws:ec2launchtemplate:version"]));
        Assert.Equal(number == "1", tags.ContainsKey("Role"));
    }

    [Fact]
    public void The_requests_own_parameters_override_the_templates()
    {
        var world = new World();
        var imageId = "";
        var reservation = world.Run(
            async client =>
            {
                var copy = await client.CopyImageAsync(new() { SourceRegion = Frankfurt, SourceImageId = ImageId, Name = "copy" });
                imageId = (await world.Available(client, copy.ImageId)).ImageId;
                return (await client.RunInstancesAsync(new()
                {
                    MinCount = 2,
                    MaxCount = 2,
                    ImageId = imageId,
                    InstanceType = InstanceType.T3Micro,
                    LaunchTemplate = new() { LaunchTemplateId = TemplateId },
                    BlockDeviceMappings = [new() { DeviceName = "/dev/xvda", Ebs = new() { VolumeSize = 20 } }, new() { DeviceName = "/dev/sdf", Ebs = new() { VolumeSize = 5, Encrypted = true } }],
                    Placement = new() { AvailabilityZone = "eu-central-1b" },
                    TagSpecifications =
                    [
                        new() { ResourceType = "instance", Tags = [new("amicast:run", "r1")] },
                        new() { ResourceType = "volume", Tags = [new("amicast:run", "r1")] },
                    ],
                })).Reservation;
            },
            Frankfurt);

        Assert.Equal([0, 1], reservation.Instances.Select(instance => instance.AmiLaunchIndex!.Value));
        foreach (var instance in reservation.Instances)
        {
            Assert.Equal(
                (imageId, "t3.micro", "web", "eu-central-1b", "Role=web,amicast:run=r1"),
                (instance.ImageId, instance.InstanceType.Value, instance.KeyName, instance.Placement.AvailabilityZone,
                    string.Join(',', instance.Tags.Where(tag => !tag.Key.StartsWith("aws:", StringComparison.Ordinal)).Select(tag => $"{tag.Key}={tag.Value}"))));
        }

        Assert.Equal(
            [(20, true, false), (5, false, true), (20, true, false), (5, false, true)],
            world.Cloud.Inspect().Regions[Frankfurt].Volumes.Select(volume => (volume.SizeGiB, volume.SnapshotId is not null, volume.KmsKeyId is not null)));
    }

    [Fact]
    public void An_instance_passes_from_pending_to_running_and_its_checks_from_initializing_to_ok()
    {
        var world = new World();
        var history = world.Run(
            async client =>
            {
                var id = (await client.RunInstancesAsync(Plain())).Reservation.Instances[0].InstanceId;
                var seen = new List<string>();
                for (var i = 0; i < 80; i++)
                {
                    var status = (await client.DescribeInstanceStatusAsync(new DescribeInstanceStatusRequest { InstanceIds = [id], IncludeAllInstances = true }))
                        .InstanceStatuses.Single();
                    var listed = (await client.DescribeInstanceStatusAsync(new DescribeInstanceStatusRequest { InstanceIds = [id] })).InstanceStatuses;
                    seen.Add($"{status.InstanceState.Code} {status.InstanceState.Name} {status.Status.Status}/{status.SystemStatus.Status} {(listed is null ? "unlisted" : "listed")}");
                    await world.Wait(TimeSpan.FromSeconds(4));
                }

                return seen;
            },
            Frankfurt);

        // Two looks a moment apart may differ once, where the instance begins to run between them.
        Assert.Equal(
            ["0 pending not-applicable/not-applicable unlisted", "16 running initializing/initializing listed", "16 running ok/ok listed"],
            history.Distinct().Where(line => line != "0 pending not-applicable/not-applicable listed"));
    }

    [Fact]
    public void A_repeated_launch_with_the_same_token_shows_the_same_instance_as_it_is_by_then()
    {
        var world = new World();
        RunInstancesRequest Tokened()
        {
            var request = Plain();
            request.ClientToken = "r1-eu-central-1-1";
            return request;
        }

        var first = Run(world, Tokened());
        world.Clock.Run(() => world.Wait(TimeSpan.FromMinutes(2)));
        var again = Run(world, Tokened());

        Assert.Equal((first.ReservationId, first.Instances[0].InstanceId, "running"), (again.ReservationId, again.Instances[0].InstanceId, again.Instances[0].State.Name.Value));
        Assert.Single(world.Cloud.Inspect().Regions[Frankfurt].Instances);
        world.Run(client => client.TerminateInstancesAsync(new() { InstanceIds = [first.Instances[0].InstanceId] }), Frankfurt);
        world.Clock.Run(() => world.Wait(TimeSpan.FromMinutes(1)));
        Assert.StartsWith("IdempotentInstanceTerminated 400", world.Error(client => client.RunInstancesAsync(Tokened()), Frankfurt), StringComparison.Ordinal);
    }

    public static TheoryData<string, Action<RunInstancesRequest>, string> Refusals => new()
    {
        { "no image", r => r.ImageId = null, "MissingParameter 400: The request must contain the parameter ImageId" },
        { "unknown image", r => r.ImageId = "ami-00000001", "InvalidAMIID.NotFound 400: The image id '[ami-00000001]' does not exist" },
        { "no count", r => r.MinCount = null, "MissingParameter 400: The request must contain the parameter MinCount" },
        { "bad count", r => r.MaxCount = 0, "InvalidParameterValue 400: The MinCount (1) must be at least 1, and the MaxCount (0) not below it." },
        { "bad type", r => r.InstanceType = "big", "InvalidParameterValue 400: Invalid value 'big' for InstanceType." },
        {
            "another architecture", r => r.InstanceType = InstanceType.T4gSmall,
            "InvalidParameterValue 400: The architecture 'arm64' of the specified instance type does not match the architecture 'x86_64' of the specified AMI. "
            + "Specify an instance type and an AMI that have matching architectures, and try again."
        },
        {
            "a volume too small", r => r.BlockDeviceMappings = [new() { DeviceName = "/dev/xvda", Ebs = new() { VolumeSize = 4 } }],
            "InvalidBlockDeviceMapping 400: Volume of size 4GB is smaller than snapshot 'snap-0a1b2c3d4e5f60003', expect size >= 8GB"
        },
        { "another Region's zone", r => r.Placement = new() { AvailabilityZone = "us-east-1a" }, "InvalidParameterValue 400: Invalid availability zone: [us-east-1a]" },
        { "what is not supported", r => r.CpuOptions = new() { CoreCount = 1 }, "UnsupportedOperation 400: The simulated account does not support the parameter CpuOptions." },
        {
            "unknown template", r => r.LaunchTemplate = new() { LaunchTemplateName = "webb" },
            "InvalidLaunchTemplateName.NotFoundException 400: The specified launch template, with template name webb, does not exist."
        },
        {
            "unknown template id", r => r.LaunchTemplate = new() { LaunchTemplateId = "lt-00000000000000000" },
            "InvalidLaunchTemplateId.NotFound 400: The specified launch template, with template ID lt-00000000000000000, does not exist."
        },
        { "malformed template id", r => r.LaunchTemplate = new() { LaunchTemplateId = "web" }, "InvalidLaunchTemplateId.Malformed 400: Invalid id: \"web\" (expecting \"lt-...\")" },
        {
            "unknown version", r => r.LaunchTemplate = new() { LaunchTemplateName = "web", Version = "3" },
            $"InvalidLaunchTemplateId.VersionNotFound 400: Could not find the specified version 3 for the launch template with ID {TemplateId}."
        },
        { "a dry run", r => r.DryRun = true, "DryRunOperation 412: Request would have succeeded, but DryRun flag is set." },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public void A_launch_that_cannot_be_is_refused(string reason, Action<RunInstancesRequest> spoil, string expected)
    {
        Assert.NotEmpty(reason);
        var world = new World();
        var request = Plain();
        spoil(request);

        Assert.Equal(expected, world.Error(client => client.RunInstancesAsync(request), Frankfurt));
        Assert.Empty(world.Cloud.Inspect().Regions[Frankfurt].Instances);
    }

    [Fact]
    public void An_image_that_is_not_available_cannot_be_launched()
    {
        var world = new World();
        var pending = world.Run(client => client.CreateImageAsync(new() { InstanceId = World.InstanceId, Name = "web-1" })).ImageId;

        Assert.Equal(
            $"InvalidAMIID.Unavailable 400: The image ID '{pending}' is currently pending and may not be used",
            world.Error(client => client.RunInstancesAsync(new() { ImageId = pending, MinCount = 1, MaxCount = 1 })));
    }

    private static RunInstancesRequest Plain() => new() { ImageId = ImageId, InstanceType = InstanceType.T3Micro, MinCount = 1, MaxCount = 1 };

    private static Reservation Run(World world, RunInstancesRequest request) => world.Run(client => client.RunInstancesAsync(request), Frankfurt).Reservation;
}
