using Amazon.EC2;
using Amazon.EC2.Model;
using Amicast.Simulator.Inventory;

namespace Amicast.Simulator.Tests.Ec2.Templates;

public sealed class LaunchTemplateTests
{
    private const string Frankfurt = "eu-central-1";
    private const string TemplateId = "lt-0a1b2c3d4e5f60003";
    private const string ImageId = "ami-0a1b2c3d4e5f60003";

    [Theory]
    [InlineData("$Latest", "2")]
    [InlineData("$Default", "1")]
    [InlineData("1,2", "2 1")]
    [InlineData("", "2 1")]
    public void Versions_are_found_by_number_or_alias(string versions, string expected)
    {
        var found = Versions(new World(), new() { LaunchTemplateName = "web", Versions = versions.Length == 0 ? null : [.. versions.Split(',')] });

        Assert.Equal(expected, string.Join(' ', found.Select(version => version.VersionNumber)));
    }

    [Fact]
    public void A_version_is_described_whole()
    {
        var version = Versions(new World(), new() { LaunchTemplateId = TemplateId, Versions = ["1"] }).Single();

        Assert.Equal(
            $"{TemplateId} web 1 first True {ImageId} m7i.large web arn:aws:iam::123456789012:root instance:Role=web",
            $"{version.LaunchTemplateId} {version.LaunchTemplateName} {version.VersionNumber} {version.VersionDescription} {version.DefaultVersion} "
            + $"{version.LaunchTemplateData.ImageId} {version.LaunchTemplateData.InstanceType} {version.LaunchTemplateData.KeyName} {version.CreatedBy} "
            + string.Join(' ', version.LaunchTemplateData.TagSpecifications.Select(kind => $"{kind.ResourceType}:{kind.Tags[0].Key}={kind.Tags[0].Value}")));
    }

    [Fact]
    public void A_new_version_inherits_from_its_source_but_not_the_snapshots()
    {
        var world = new World();
        var version = world.Run(
            async client =>
            {
                await client.CreateLaunchTemplateVersionAsync(new()
                {
                    LaunchTemplateName = "web",
                    LaunchTemplateData = new()
                    {
                        ImageId = ImageId,
                        KeyName = "old",
                        InstanceType = InstanceType.T3Micro,
                        BlockDeviceMappings = [new() { DeviceName = "/dev/xvda", Ebs = new() { SnapshotId = "snap-0a1b2c3d4e5f60003", VolumeSize = 9 } }],
                        MetadataOptions = new() { HttpTokens = LaunchTemplateHttpTokensState.Required },
                    },
                });
                return (await client.CreateLaunchTemplateVersionAsync(new()
                {
                    LaunchTemplateName = "web",
                    SourceVersion = "3",
                    VersionDescription = "amicast run=r1",
                    LaunchTemplateData = new() { ImageId = "ami-00000002" },
                })).LaunchTemplateVersion;
            },
            Frankfurt);

        var (data, device) = (version.LaunchTemplateData, version.LaunchTemplateData.BlockDeviceMappings.Single());
        Assert.Equal(
            "4 amicast run=r1 False ami-00000002 old t3.micro /dev/xvda  9 required",
            $"{version.VersionNumber} {version.VersionDescription} {version.DefaultVersion} {data.ImageId} {data.KeyName} {data.InstanceType} "
            + $"{device.DeviceName} {device.Ebs.SnapshotId} {device.Ebs.VolumeSize} {data.MetadataOptions.HttpTokens}");
        Assert.Equivalent(
            new InventoryTemplate(TemplateId, "web", 1, 4, [ImageId, ImageId, ImageId, "ami-00000002"]) { VersionDescriptions = ["first", null, null, "amicast run=r1"] },
            world.Cloud.Inspect().Regions[Frankfurt].LaunchTemplates.Single(),
            strict: true);
    }

    [Fact]
    public void A_template_is_created_with_its_first_version_and_its_tags_once_per_token_and_name()
    {
        var world = new World();
        CreateLaunchTemplateRequest Request(string token) => new()
        {
            LaunchTemplateName = "db-tier",
            ClientToken = token,
            VersionDescription = "first",
            LaunchTemplateData = new() { ImageId = ImageId },
            TagSpecifications = [new() { ResourceType = "launch-template", Tags = [new("amicast:run", "r1")] }],
        };

        var created = world.Run(client => client.CreateLaunchTemplateAsync(Request("t1")), Frankfurt).LaunchTemplate;
        var again = world.Run(client => client.CreateLaunchTemplateAsync(Request("t1")), Frankfurt).LaunchTemplate;
        var found = world.Run(
            client => client.DescribeLaunchTemplatesAsync(new DescribeLaunchTemplatesRequest { Filters = [new("tag:amicast:run", ["r1"])] }), Frankfurt).LaunchTemplates.Single();

        Assert.Equal(("db-tier", 1, 1), (created.LaunchTemplateName, created.DefaultVersionNumber, created.LatestVersionNumber));
        Assert.Equal((created.LaunchTemplateId, created.LaunchTemplateId), (again.LaunchTemplateId, found.LaunchTemplateId));
        Assert.Equal(
            "InvalidLaunchTemplateName.AlreadyExistsException 400: Launch template name already in use.",
            world.Error(client => client.CreateLaunchTemplateAsync(Request("t2")), Frankfurt));
    }

    [Fact]
    public void Versions_come_page_by_page()
    {
        var world = new World();
        var pages = world.Run(
            async client =>
            {
                var first = await client.DescribeLaunchTemplateVersionsAsync(new DescribeLaunchTemplateVersionsRequest { LaunchTemplateName = "web", MaxResults = 1 });
                var second = await client.DescribeLaunchTemplateVersionsAsync(new DescribeLaunchTemplateVersionsRequest
                {
                    LaunchTemplateName = "web", MaxResults = 1, NextToken = first.NextToken,
                });
                return (first, second);
            },
            Frankfurt);

        Assert.Equal((2, 1, null), (pages.first.LaunchTemplateVersions.Single().VersionNumber, pages.second.LaunchTemplateVersions.Single().VersionNumber, pages.second.NextToken));
    }

    public static TheoryData<DescribeLaunchTemplateVersionsRequest, string> Refusals => new()
    {
        { new() { LaunchTemplateName = "webb" }, "InvalidLaunchTemplateName.NotFoundException 400: The specified launch template, with template name webb, does not exist." },
        {
            new() { LaunchTemplateId = "lt-00000000000000000" },
            "InvalidLaunchTemplateId.NotFound 400: The specified launch template, with template ID lt-00000000000000000, does not exist."
        },
        { new() { LaunchTemplateId = "web" }, "InvalidLaunchTemplateId.Malformed 400: Invalid id: \"web\" (expecting \"lt-...\")" },
        { new() { LaunchTemplateName = "web", Versions = ["7"] }, $"InvalidLaunchTemplateId.VersionNotFound 400: Could not find the specified version 7 for the launch template with ID {TemplateId}." },
        { new() { Versions = ["1"] }, "MissingParameter 400: The request must contain the parameter LaunchTemplateId or LaunchTemplateName" },
        {
            new() { LaunchTemplateName = "web", LaunchTemplateId = TemplateId },
            "InvalidParameterCombination 400: Either the launch template's ID or its name must be given, not both."
        },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public void Versions_that_are_not_there_are_refused(DescribeLaunchTemplateVersionsRequest request, string expected) =>
        Assert.Equal(expected, new World().Error(client => client.DescribeLaunchTemplateVersionsAsync(request), Frankfurt));

    [Fact]
    public void Template_data_that_is_not_supported_is_refused_by_name() => Assert.Equal(
        "UnsupportedOperation 400: The simulated account does not support the parameter LaunchTemplateData.CpuOptions.",
        new World().Error(
            client => client.CreateLaunchTemplateAsync(new() { LaunchTemplateName = "db-tier", LaunchTemplateData = new() { CpuOptions = new() { CoreCount = 1 } } }),
            Frankfurt));

    private static List<LaunchTemplateVersion> Versions(World world, DescribeLaunchTemplateVersionsRequest request) =>
        world.Run(client => client.DescribeLaunchTemplateVersionsAsync(request), Frankfurt).LaunchTemplateVersions;
}
