using Amicast.Simulator.Inventory;

namespace Amicast.Simulator.Tests.Inventory;

public sealed class InspectTests
{
    [Fact]
    public void The_inventory_shows_everything_that_the_account_owns_without_cost()
    {
        var world = new World();
        var region = world.Cloud.Inspect().Regions["us-east-1"];

        Assert.Equal(TimeSpan.Zero, world.Clock.Elapsed);
        Assert.Empty(world.Cloud.Calls);
        Assert.Equivalent(
            new RegionInventory(
                "us-east-1",
                [],
                [],
                [
                    new(
                        World.InstanceId, "running", null, "ami-0a1b2c3d4e5f60001", "m7i.large", "ok", "ok", null, null,
                        new Dictionary<string, string> { ["Role"] = "web", ["Name"] = "web" },
                        ["vol-0123456789abcdef0", "vol-0123456789abcdef1"]),
                ],
                [
                    new("vol-0123456789abcdef0", "in-use", 30, null, World.InstanceId, null, new Dictionary<string, string>()),
                    new("vol-0123456789abcdef1", "in-use", 100, null, World.InstanceId, null, new Dictionary<string, string>()),
                ],
                []),
            region,
            strict: true);
    }

    [Fact]
    public void The_inventory_is_of_its_moment()
    {
        var world = new World();
        var before = world.Cloud.Inspect();
        world.Run(client => client.CreateTagsAsync(new() { Resources = [World.InstanceId], Tags = [new("Stage", "test")] }));

        Assert.False(before.Regions["us-east-1"].Instances[0].Tags.ContainsKey("Stage"));
        Assert.True(world.Cloud.Inspect().Regions["us-east-1"].Instances[0].Tags.ContainsKey("Stage"));
    }

    [Fact]
    public void Calls_are_recorded_with_their_parameters()
    {
        var world = new World();
        world.Run(client => client.CreateImageAsync(new() { InstanceId = World.InstanceId, Name = "web", NoReboot = true }));
        var call = world.Cloud.Calls.Single();

        Assert.Equal(("us-east-1", "CreateImage", "ok", null), (call.Region, call.Operation, call.Outcome, call.Fault));
        Assert.Equivalent(
            new Dictionary<string, string> { ["InstanceId"] = World.InstanceId, ["Name"] = "web", ["NoReboot"] = "true" }, call.Parameters, strict: true);
    }

    [Fact]
    public void Images_of_other_accounts_are_not_in_the_inventory()
    {
        var account = World.SmallAccount.Replace("\"name\": \"base\",", "\"name\": \"base\", \"ownerId\": \"137112412989\",", StringComparison.Ordinal);

        Assert.Empty(new World(account).Cloud.Inspect().Regions["eu-central-1"].Images);
        Assert.Single(new World().Cloud.Inspect().Regions["eu-central-1"].Images);
    }
}
