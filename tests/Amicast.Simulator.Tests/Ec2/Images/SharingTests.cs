using Amazon.EC2;
using Amazon.EC2.Model;

namespace Amicast.Simulator.Tests.Ec2.Images;

public sealed class SharingTests
{
    private const string Organization = "arn:aws:organizations::123456789012:organization/o-abcdefghij";
    private const string Unit = "arn:aws:organizations::123456789012:ou/o-abcdefghij/ou-ab12-abcdefgh";

    [Fact]
    public void Launch_permissions_are_added_and_removed_and_read_back()
    {
        var world = new World();
        var permissions = world.Run(async client =>
        {
            var id = (await world.NewImage()).ImageId;
            await client.ModifyImageAttributeAsync(new()
            {
                ImageId = id,
                LaunchPermission = new()
                {
                    Add = [new() { UserId = "111122223333" }, new() { UserId = "444455556666" }, new() { OrganizationArn = Organization }, new() { OrganizationalUnitArn = Unit }],
                },
            });
            await client.ModifyImageAttributeAsync(new() { ImageId = id, LaunchPermission = new() { Remove = [new() { UserId = "444455556666" }] } });
            await client.ModifyImageAttributeAsync(new() { ImageId = id, Attribute = "launchPermission", OperationType = OperationType.Add, UserGroups = ["all"] });
            var attribute = await client.DescribeImageAttributeAsync(new DescribeImageAttributeRequest { ImageId = id, Attribute = ImageAttributeName.LaunchPermission });
            Assert.True((await client.DescribeImagesAsync(new DescribeImagesRequest { ImageIds = [id] })).Images[0].Public);
            return attribute.ImageAttribute.LaunchPermissions;
        });

        Assert.Equal(
            ["111122223333", Organization, Unit, "all"],
            permissions.Select(one => one.UserId ?? one.OrganizationArn ?? one.OrganizationalUnitArn ?? one.Group.Value));
    }

    [Fact]
    public void The_description_is_changed_and_read_back()
    {
        var world = new World();
        var description = world.Run(async client =>
        {
            var id = (await world.NewImage()).ImageId;
            await client.ModifyImageAttributeAsync(new() { ImageId = id, Description = "weekly" });
            return (await client.DescribeImageAttributeAsync(new DescribeImageAttributeRequest { ImageId = id, Attribute = ImageAttributeName.Description })).ImageAttribute.Description;
        });

        Assert.Equal("weekly", description);
    }

    public static TheoryData<string, string, LaunchPermission, string> Refusals => new()
    {
        { "plain", "a short account id", new() { UserId = "1234" }, "InvalidAMIAttributeItemValue 400: Invalid attribute item value \"1234\" for userId item type." },
        { "plain", "a group that is not all", new() { Group = "some" }, "InvalidAMIAttributeItemValue 400: Invalid attribute item value \"some\" for group item type." },
        { "plain", "no organization", new() { OrganizationArn = "o-1" }, "InvalidAMIAttributeItemValue 400: Invalid attribute item value \"o-1\" for organizationArn item type." },
        { "managed", "the AWS managed key", new() { UserId = "111122223333" }, "InvalidParameter 400: Snapshots encrypted with the AWS Managed CMK can't be shared" },
        { "customer", "encrypted and public", new() { Group = "all" }, "InvalidParameter 400: Encrypted images can't be made public" },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public void A_permission_that_cannot_be_given_is_refused(string encryption, string reason, LaunchPermission permission, string expected)
    {
        Assert.NotEmpty(reason);
        var world = new World(Encrypted(encryption));
        var id = world.Run(_ => world.NewImage()).ImageId;

        Assert.Equal(expected, world.Error(client => client.ModifyImageAttributeAsync(new() { ImageId = id, LaunchPermission = new() { Add = [permission] } })));
        Assert.Empty(world.Cloud.Inspect().Regions["us-east-1"].Images[0].LaunchPermissions);
    }

    [Fact]
    public void An_image_under_a_customer_managed_key_can_be_shared()
    {
        var world = new World(Encrypted("customer"));
        world.Run(async client => await client.ModifyImageAttributeAsync(new()
        {
            ImageId = (await world.NewImage()).ImageId, LaunchPermission = new() { Add = [new() { UserId = "111122223333" }] },
        }));

        Assert.Equal(["111122223333"], world.Cloud.Inspect().Regions["us-east-1"].Images[0].LaunchPermissions);
    }

    [Fact]
    public void One_attribute_is_modified_at_a_time_and_none_is_an_error()
    {
        var world = new World();
        var id = world.Run(_ => world.NewImage()).ImageId;

        Assert.Equal(
            "InvalidParameterCombination 400: Only one attribute can be modified at a time.",
            world.Error(client => client.ModifyImageAttributeAsync(new()
            {
                ImageId = id, Description = "x", LaunchPermission = new() { Add = [new() { UserId = "111122223333" }] },
            })));
        Assert.Equal(
            "MissingParameter 400: The request must contain the parameter LaunchPermission",
            world.Error(client => client.ModifyImageAttributeAsync(new() { ImageId = id })));
    }

    [Fact]
    public void A_pending_image_cannot_be_shared_yet()
    {
        var world = new World();
        var id = world.Run(client => client.CreateImageAsync(new() { InstanceId = World.InstanceId, Name = "web-1" })).ImageId;

        Assert.Equal(
            $"InvalidAMIID.Unavailable 400: The image ID '{id}' is currently pending and may not be used",
            world.Error(client => client.ModifyImageAttributeAsync(new() { ImageId = id, LaunchPermission = new() { Add = [new() { UserId = "111122223333" }] } })));
    }

    [Fact]
    public void An_image_of_another_account_is_seen_if_it_is_public_and_is_not_ones_own_to_change()
    {
        var account = World.SmallAccount.Replace(
            "\"name\": \"base\",", "\"name\": \"base\", \"ownerId\": \"137112412989\", \"launchPermissions\": [\"all\"], \"tags\": {\"a\": \"b\"},", StringComparison.Ordinal);
        var world = new World(account);
        var image = world.Run(client => client.DescribeImagesAsync(new DescribeImagesRequest { Owners = ["amazon"] }), "eu-central-1").Images.Single();

        Assert.Equal(("base", "amazon", "137112412989"), (image.Name, image.ImageOwnerAlias, image.OwnerId));
        Assert.Null(image.Tags);
        Assert.Equal(
            "AuthFailure 401: Not authorized for image:ami-0a1b2c3d4e5f60003",
            world.Error(client => client.DeregisterImageAsync(new() { ImageId = image.ImageId }), "eu-central-1"));
        var hidden = new World(account.Replace("\"all\"", "\"111122223333\"", StringComparison.Ordinal));
        Assert.Null(hidden.Run(client => client.DescribeImagesAsync(new DescribeImagesRequest()), "eu-central-1").Images);
    }

    internal static string Encrypted(string encryption) => encryption switch
    {
        "managed" => World.SmallAccount.Replace("\"sizeGiB\": 30", "\"sizeGiB\": 30, \"encrypted\": true", StringComparison.Ordinal),
        "customer" => World.SmallAccount.Replace("\"sizeGiB\": 30", "\"sizeGiB\": 30, \"kmsKeyId\": \"alias/ami\"", StringComparison.Ordinal),
        _ => World.SmallAccount,
    };
}
