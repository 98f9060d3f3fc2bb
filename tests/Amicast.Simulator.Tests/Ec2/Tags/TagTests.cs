using Amazon.EC2.Model;

namespace Amicast.Simulator.Tests.Ec2.Tags;

public sealed class TagTests
{
    [Fact]
    public void Tags_are_set_on_many_resources_at_once_and_listed()
    {
        var world = new World();
        var tags = world.Run(async client =>
        {
            await client.CreateTagsAsync(new() { Resources = [World.InstanceId, "vol-0123456789abcdef0"], Tags = [new("Stage", "test"), new("Role", "a&b <c>")] });
            return (await client.DescribeTagsAsync(new DescribeTagsRequest { Filters = [new("key", ["Stage", "Role"])] })).Tags;
        });

        Assert.Equal(
            [
                (World.InstanceId, "instance", "Role", "a&b <c>"), (World.InstanceId, "instance", "Stage", "test"),
                ("vol-0123456789abcdef0", "volume", "Stage", "test"), ("vol-0123456789abcdef0", "volume", "Role", "a&b <c>"),
            ],
            tags.Select(tag => (tag.ResourceId, tag.ResourceType.Value, tag.Key, tag.Value)));
    }

    [Theory]
    [InlineData("resource-type", "instance", "Role Name")]
    [InlineData("value", "we?", "Role Name")]
    [InlineData("resource-id", "vol-*", "")]
    public void Tags_are_filtered(string filter, string value, string expected)
    {
        var tags = new World().Run(client => client.DescribeTagsAsync(new DescribeTagsRequest { Filters = [new(filter, [value])] })).Tags;

        Assert.Equal(expected, string.Join(' ', (tags ?? []).Select(tag => tag.Key)));
    }

    [Fact]
    public void Tags_come_page_by_page_though_others_come_between()
    {
        var world = new World();
        var keys = world.Run(async client =>
        {
            await client.CreateTagsAsync(new() { Resources = ["vol-0123456789abcdef0"], Tags = [.. Enumerable.Range(0, 8).Select(i => new Tag($"k{i}", "v"))] });
            var first = await client.DescribeTagsAsync(new DescribeTagsRequest { MaxResults = 5 });
            await client.CreateTagsAsync(new() { Resources = [World.InstanceId], Tags = [new("New", "x")] });
            var second = await client.DescribeTagsAsync(new DescribeTagsRequest { MaxResults = 10, NextToken = first.NextToken });
            Assert.Null(second.NextToken);
            return first.Tags.Concat(second.Tags).Select(tag => tag.Key).ToList();
        });

        Assert.Equal(["Role", "Name", "k0", "k1", "k2", "k3", "k4", "k5", "k6", "k7"], keys);
    }
}
