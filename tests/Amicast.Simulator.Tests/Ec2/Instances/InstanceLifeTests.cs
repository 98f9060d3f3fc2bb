using Amazon.EC2;
using Amazon.EC2.Model;

namespace Amicast.Simulator.Tests.Ec2.Instances;

public sealed class InstanceLifeTests
{
    [Fact]
    public void Stopping_and_starting_go_through_their_states()
    {
        var world = new World();
        var seen = world.Run(async client =>
        {
            var seen = new List<string>();
            async Task Watch(string change, List<InstanceStateChange> changes, string until)
            {
                seen.Add($"{change}: {changes.Single().PreviousState.Name} > {changes.Single().CurrentState.Name}");
                await world.Until(async () => await State(client), state => state == until);
                seen.Add(until);
            }

            await Watch("stop", (await client.StopInstancesAsync(new() { InstanceIds = [World.InstanceId] })).StoppingInstances, "stopped");
            await Watch("stop", (await client.StopInstancesAsync(new() { InstanceIds = [World.InstanceId] })).StoppingInstances, "stopped");
            await Watch("start", (await client.StartInstancesAsync(new() { InstanceIds = [World.InstanceId] })).StartingInstances, "running");
            await Watch("start", (await client.StartInstancesAsync(new() { InstanceIds = [World.InstanceId] })).StartingInstances, "running");
            return seen;
        });

        Assert.Equal(
            [
                "stop: running > stopping", "stopped", "stop: stopped > stopped", "stopped",
                "start: stopped > pending", "running", "start: running > running", "running",
            ],
            seen);
        Assert.Equal("initializing", world.Cloud.Inspect().Regions["us-east-1"].Instances[0].InstanceStatus);
    }

    [Theory]
    [InlineData("i-0123456789abcdef0", "IncorrectInstanceState 400: The instance 'i-0123456789abcdef0' is not in a state from which it can be started.")]
    public void An_instance_that_is_stopping_cannot_be_started(string id, string expected)
    {
        var world = new World();
        world.Run(client => client.StopInstancesAsync(new() { InstanceIds = [id] }));

        Assert.Equal(expected, world.Error(client => client.StartInstancesAsync(new() { InstanceIds = [id] })));
        Assert.Equal(
            "InvalidParameterValue 400: Instance is not in state 'running' or 'stopped'.",
            world.Error(client => client.CreateImageAsync(new() { InstanceId = id, Name = "web-1" })));
    }

    [Fact]
    public void A_terminated_instance_is_shown_for_an_hour_and_takes_along_the_volumes_that_go_with_it()
    {
        var world = new World();
        var minutes = world.Run(async client =>
        {
            await client.TerminateInstancesAsync(new() { InstanceIds = [World.InstanceId] });
            await world.Until(async () => await State(client), state => state == "terminated");
            var terminated = world.Clock.Elapsed;
            var instance = (await client.DescribeInstancesAsync(new DescribeInstancesRequest { InstanceIds = [World.InstanceId] })).Reservations[0].Instances[0];
            Assert.Equal(("Client.UserInitiatedShutdown", null), (instance.StateReason.Code, instance.BlockDeviceMappings));
            await world.Wait(TimeSpan.FromMinutes(58));
            await world.Until(async () => (await client.DescribeInstancesAsync()).Reservations, reservations => reservations is null);
            return (world.Clock.Elapsed - terminated).TotalMinutes;
        });

        Assert.InRange(minutes, 59, 60.5);
        Assert.StartsWith(
            "InvalidInstanceID.NotFound 400",
            world.Error(client => client.DescribeInstancesAsync(new DescribeInstancesRequest { InstanceIds = [World.InstanceId] })),
            StringComparison.Ordinal);
        Assert.Equal([("vol-0123456789abcdef1", "available")], world.Cloud.Inspect().Regions["us-east-1"].Volumes.Select(volume => (volume.Id, volume.State)));
    }

    [Fact]
    public void A_termination_protected_instance_is_not_terminated()
    {
        var world = new World();
        var id = world.Run(
            async client => (await client.RunInstancesAsync(new()
            {
                ImageId = "ami-0a1b2c3d4e5f60003", InstanceType = InstanceType.T3Micro, MinCount = 1, MaxCount = 1, DisableApiTermination = true,
            })).Reservation.Instances[0].InstanceId,
            "eu-central-1");

        Assert.Equal(
            $"OperationNotPermitted 400: The instance '{id}' may not be terminated. Modify its 'disableApiTermination' instance attribute and try again.",
            world.Error(client => client.TerminateInstancesAsync(new() { InstanceIds = [id] }), "eu-central-1"));
    }

    [Fact]
    public void An_instance_of_the_account_document_is_described_whole()
    {
        var world = new World();
        var instance = world.Run(client => client.DescribeInstancesAsync(new DescribeInstancesRequest { Filters = [new("tag:Name", ["web"])] })).Reservations.Single().Instances.Single();

        Assert.Equal(
            "i-0123456789abcdef0 ami-0a1b2c3d4e5f60001 running m7i.large x86_64 us-east-1a use1-az1 /dev/xvda ebs hvm [Role=web,Name=web] "
            + "/dev/xvda=vol-0123456789abcdef0:True /dev/sdf=vol-0123456789abcdef1:False",
            $"{instance.InstanceId} {instance.ImageId} {instance.State.Name} {instance.InstanceType} {instance.Architecture} {instance.Placement.AvailabilityZone} "
            + $"{instance.Placement.AvailabilityZoneId} {instance.RootDeviceName} {instance.RootDeviceType} {instance.VirtualizationType} "
            + $"[{string.Join(',', instance.Tags.Select(tag => $"{tag.Key}={tag.Value}"))}] "
            + string.Join(' ', instance.BlockDeviceMappings.Select(m => $"{m.DeviceName}={m.Ebs.VolumeId}:{m.Ebs.DeleteOnTermination}")));
    }

    private static async Task<string> State(AmazonEC2Client client) =>
        (await client.DescribeInstancesAsync(new DescribeInstancesRequest { InstanceIds = [World.InstanceId] })).Reservations[0].Instances[0].State.Name.Value;
}
