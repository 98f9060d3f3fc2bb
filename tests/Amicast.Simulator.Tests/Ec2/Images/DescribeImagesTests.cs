using Amazon.EC2.Model;

namespace Amicast.Simulator.Tests.Ec2.Images;

public sealed class DescribeImagesTests
{
    [Theory]
    [InlineData("name", "web-*", "web-1 web-2 web-10")]
    [InlineData("name", "web-?", "web-1 web-2")]
    [InlineData("name", "WEB-1", "")]
    [InlineData("name", "web-1,db-1", "web-1 db-1")]
    [InlineData("name", @"web-\*", "")]
    [InlineData("state", "available", "")]
    [InlineData("state", "pending", "web-1 web-2 web-10 db-1")]
    [InlineData("tag:Role", "web", "web-1 web-2 web-10")]
    [InlineData("tag-key", "Ro*", "web-1 web-2 web-10 db-1")]
    [InlineData("tag:role", "web", "")]
    [InlineData("source-instance-id", World.InstanceId, "web-1 web-2 web-10 db-1")]
    [InlineData("block-device-mapping.volume-size", "100", "web-1 web-2 web-10 db-1")]
    [InlineData("is-public", "true", "")]
    [InlineData("owner-id", World.AccountId, "web-1 web-2 web-10 db-1")]
    public void Filters_match_as_documented(string name, string values, string expected)
    {
        var world = new World(World.WithoutSnapshotLimits());
        var names = world.Run(async client =>
        {
            foreach (var image in (string[])["web-1", "web-2", "web-10", "db-1"])
            {
                await client.CreateImageAsync(new()
                {
                    InstanceId = World.InstanceId,
                    Name = image,
                    NoReboot = true,
                    TagSpecifications = [new() { ResourceType = "image", Tags = [new("Role", image.Split('-')[0])] }],
                });
            }

            var found = await client.DescribeImagesAsync(new DescribeImagesRequest { Filters = [new(name, [.. values.Split(',')])] });
            return (found.Images ?? []).Select(image => image.Name);
        });

        Assert.Equal(expected, string.Join(' ', names));
    }

    [Fact]
    public void Pages_hold_every_image_once_though_others_come_and_go()
    {
        var world = new World(World.WithoutSnapshotLimits());
        var (ids, seen) = world.Run(async client =>
        {
            var ids = new List<string>();
            for (var i = 0; i < 10; i++)
            {
                ids.Add((await client.CreateImageAsync(new() { InstanceId = World.InstanceId, Name = $"web-{i}", NoReboot = true })).ImageId);
            }

            var seen = new List<string>();
            string? token = null;
            do
            {
                var page = await client.DescribeImagesAsync(new DescribeImagesRequest { Owners = ["self"], MaxResults = 4, NextToken = token });
                seen.AddRange(page.Images.Select(image => image.ImageId));
                token = page.NextToken;
                await client.DeregisterImageAsync(new() { ImageId = seen[^1] });
            }
            while (token is not null);
            return (ids, seen);
        });

        Assert.Equal(ids, seen);
    }

    [Fact]
    public void Named_images_come_page_by_page_too()
    {
        var world = new World(World.WithoutSnapshotLimits());
        var (ids, seen) = world.Run(async client =>
        {
            var ids = new List<string>();
            for (var i = 0; i < 5; i++)
            {
                ids.Add((await client.CreateImageAsync(new() { InstanceId = World.InstanceId, Name = $"web-{i}", NoReboot = true })).ImageId);
            }

            var pages = client.Paginators.DescribeImages(new DescribeImagesRequest { ImageIds = [.. ids.Order(StringComparer.Ordinal)], MaxResults = 2 });
            var seen = new List<string>();
            await foreach (var image in pages.Images)
            {
                seen.Add(image.ImageId);
            }

            return (ids, seen);
        });

        Assert.Equal(ids, seen);
    }

    [Fact]
    public void Filters_are_joined_by_and()
    {
        var world = new World(World.WithoutSnapshotLimits());
        var images = world.Run(async client =>
        {
            await client.CreateImageAsync(new() { InstanceId = World.InstanceId, Name = "web-1" });
            return await client.DescribeImagesAsync(new DescribeImagesRequest { Filters = [new("name", ["web-1"]), new("state", ["available"])] });
        }).Images;

        Assert.Null(images);
    }
}
