using Amazon.EC2;
using Amazon.EC2.Model;

namespace Amicast.Simulator.Tests.Ec2.Instances;

public sealed class FleetTests
{
    private const string Frankfurt = "eu-central-1";

    [Fact]
    public void An_instant_fleet_launches_from_the_first_pool_that_can_and_reports_the_others_errors()
    {
        var world = new World();
        var made = world.Run(client => client.CreateFleetAsync(Request("m7g.large", "t3.small")), Frankfurt);

        var error = Assert.Single(made.Errors);
        Assert.Equal(("m7g.large", "InvalidParameterValue"), (error.LaunchTemplateAndOverrides.Overrides.InstanceType.Value, error.ErrorCode));
        var set = Assert.Single(made.Instances);
        Assert.Equal(("t3.small", 2, InstanceLifecycle.OnDemand), (set.InstanceType.Value, set.InstanceIds.Count, set.Lifecycle));
        var launched = world.Cloud.Inspect().Regions[Frankfurt].Instances;
        Assert.Equal(set.InstanceIds, launched.Select(instance => instance.Id));
        Assert.Equal((made.FleetId, "web", "fleet"), (launched[0].Tags["aws:ec2:fleet-id"], launched[0].Tags["Role"], launched[0].Tags["Of"]));
    }

    [Fact]
    public void A_fleet_that_finds_no_capacity_answers_without_instances_and_is_no_error()
    {
        var world = new World(faults: """{ "faults": [{ "kind": "noCapacity", "operation": "CreateFleet" }] }""");
        var made = world.Run(client => client.CreateFleetAsync(Request("t3.small")), Frankfurt);

        Assert.Equal("InsufficientInstanceCapacity", Assert.Single(made.Errors).ErrorCode);
        Assert.Null(made.Instances);
    }

    [Fact]
    public void A_fleet_takes_from_its_pools_what_they_have_and_reports_those_that_could_not_give_all()
    {
        var world = new World(faults: """{ "faults": [{ "kind": "noCapacity", "operation": "CreateFleet", "room": 1, "count": 1 }] }""");
        var made = world.Run(client => client.CreateFleetAsync(Request("t3.small", "t3.micro")), Frankfurt);

        Assert.Equal(("t3.small", "InsufficientInstanceCapacity"), (Assert.Single(made.Errors).LaunchTemplateAndOverrides.Overrides.InstanceType.Value, made.Errors[0].ErrorCode));
        Assert.Equal([("t3.small", 1), ("t3.micro", 1)], made.Instances.Select(set => (set.InstanceType.Value, set.InstanceIds.Count)));
    }

    [Fact]
    public void A_fleet_is_launched_once_for_one_token_and_deleted_with_its_instances()
    {
        var world = new World();
        var (ids, deleted) = world.Run(
            async client =>
            {
                var request = Request("t3.small");
                request.ClientToken = "token-1";
                var ids = (First: (await client.CreateFleetAsync(request)).FleetId, Second: (await client.CreateFleetAsync(request)).FleetId);
                var kept = await client.DeleteFleetsAsync(new() { FleetIds = [ids.First], TerminateInstances = false });
                Assert.Equal("fleetNotInDeletableState", kept.UnsuccessfulFleetDeletions[0].Error.Code.Value);
                var deleted = await client.DeleteFleetsAsync(new() { FleetIds = [ids.First, "fleet-x"], TerminateInstances = true });
                await world.Wait(TimeSpan.FromMinutes(5));
                return (ids, deleted);
            },
            Frankfurt);

        Assert.Equal(ids.First, ids.Second);
        Assert.Equal(ids.First, Assert.Single(deleted.SuccessfulFleetDeletions).FleetId);
        Assert.Equal("fleetIdDoesNotExist", Assert.Single(deleted.UnsuccessfulFleetDeletions).Error.Code.Value);
        Assert.Equal(["terminated", "terminated"], world.Cloud.Inspect().Regions[Frankfurt].Instances.Select(instance => instance.State));
    }

    [Fact]
    public void Fleets_of_other_types_are_refused() => Assert.Equal(
        "UnsupportedOperation 400: The simulated account does not support fleets of the type maintain.",
        new World().Error(
            client =>
            {
                var request = Request("t3.small");
                request.Type = FleetType.Maintain;
                return client.CreateFleetAsync(request);
            },
            Frankfurt));

    private static CreateFleetRequest Request(params string[] types) => new()
    {
        Type = FleetType.Instant,
        LaunchTemplateConfigs =
        [
            new()
            {
                LaunchTemplateSpecification = new() { LaunchTemplateName = "web", Version = "1" },
                Overrides = [.. types.Select(type => new FleetLaunchTemplateOverridesRequest { InstanceType = type })],
            },
        ],
        TargetCapacitySpecification = new() { TotalTargetCapacity = 2, DefaultTargetCapacityType = DefaultTargetCapacityType.OnDemand },
        TagSpecifications = [new() { ResourceType = ResourceType.Instance, Tags = [new("Of", "fleet")] }],
    };
}
