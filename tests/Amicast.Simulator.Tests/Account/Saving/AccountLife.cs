using System.Text;
using Amazon.EC2;
using Amazon.EC2.Model;
using Amicast.Simulator.Faults;
using Amicast.VirtualTime;

namespace Amicast.Simulator.Tests.Account.Saving;

/// <summary>A seeded life of two accounts: requests of every kind, at times of every kind; many are refused.</summary>
internal sealed class AccountLife(World world, long seed)
{
    private const string Home = "us-east-1";
    private const string Away = "eu-central-1";
    private const string Public = "ami-0a1b2c3d4e5f60009";
    private readonly Chance _chance = new(seed);
    private int _named;

    internal static string Partner => "111122223333";

    internal static string Document { get; } = World.SmallAccount
        .Replace("\"name\": \"eu-central-1\",", "\"name\": \"eu-central-1\", \"keyPairs\": [\"web\"], \"securityGroups\": { \"web\": \"sg-0a1b2c3d4e5f60003\" }, \"instanceTypesNotOffered\": [\"t2.nano\"], \"keys\": [{ \"aliases\": [\"alias/ami\"] }],", StringComparison.Ordinal)
        .Replace(
            "\"images\": [",
            $$"""
            "images": [
              { "imageId": "{{Public}}", "name": "of another", "ownerId": "137112412989", "devices": [{ "device": "/dev/xvda", "sizeGiB": 8 }], "launchPermissions": ["all"] },
            """, StringComparison.Ordinal)
        .Replace(
            "\"regions\": [",
            $$"""
            "organization": { "organizationArn": "arn:aws:organizations::123456789012:organization/o-exampleorgid" },
            "limits": { "publicImages": 3, "requestThrottling": false },
            "otherAccounts": [{ "accountId": "{{Partner}}", "accessKeyIds": ["AKIAPARTNER"], "regions": [{ "name": "eu-central-1", "keyPairs": ["partner"], "hasNoDefaultVpc": true,
              "keys": [{ "aliases": ["alias/open"], "sharedWith": ["123456789012"] }] }] }],
            "regions": [
            """,
            StringComparison.Ordinal);

    /// <summary>Images and snapshots that fail, or never end; instances that die, or whose checks fail.</summary>
    internal static FaultPlan Faults { get; } = new(
    [
        new(FaultKind.ImageFails) { Probability = 0.15 },
        new(FaultKind.NeverCompletes) { Probability = 0.1 },
        new(FaultKind.InstanceFails) { Probability = 0.15 },
        new(FaultKind.InstanceFails) { Probability = 0.15, Impaired = true },
    ]);

    internal void Live(int requests) => world.Clock.Run(async () =>
    {
        for (var i = 0; i < requests; i++)
        {
            var (home, away) = (new DescribeImagesRequest { Owners = ["self"] }, new DescribeImagesRequest { IncludeDisabled = true });
            await TryAsync(async () => await OneAsync(await world.Client(Home).DescribeImagesAsync(home), await world.Client(Away).DescribeImagesAsync(away)));

            await world.Wait(_chance.Between(TimeSpan.Zero, Any(TimeSpan.FromMinutes(30), TimeSpan.FromMinutes(2), TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(10))));
        }

        for (var i = 0; i < 4; i++)
        {
            await TryAsync(() => LaunchAsync(null));
        }
    });

    private static async Task TryAsync(Func<Task> request)
    {
        try
        {
            await request();
        }
        catch (AmazonEC2Exception)
        {
            // Refused, as requests at random are.
        }
    }

    private async Task OneAsync(DescribeImagesResponse home, DescribeImagesResponse away)
    {
        var (here, there) = (world.Client(Home), world.Client(Away));
        var (image, copy) = (Pick(home.Images)?.ImageId ?? "ami-00000000", Pick(away.Images)?.ImageId ?? "ami-00000000");
        Func<Task>[] requests =
        [
            () => here.CreateImageAsync(new() { InstanceId = World.InstanceId, Name = Name("web"), NoReboot = _chance.Strikes(0.5), TagSpecifications = Tags(ResourceType.Image, ResourceType.Snapshot) }),
            () => there.CopyImageAsync(new()
            {
                SourceRegion = Home, SourceImageId = image, Name = Name("copy"), Encrypted = _chance.Strikes(0.5),
                KmsKeyId = Any(null, "alias/ami", "alias/none", $"arn:aws:kms:{Away}:{Partner}:alias/open"),
                SnapshotCopyCompletionDurationMinutes = Any<int?>(null, 45),
            }),
            () => LaunchAsync(copy),
            () => RegisterAsync(here),
            () => there.CreateLaunchTemplateVersionAsync(new()
            {
                LaunchTemplateName = "web", VersionDescription = Any(null, "next"),
                LaunchTemplateData = new()
                {
                    ImageId = copy, InstanceType = "t3.small", EbsOptimized = Any<bool?>(null, false, true), SecurityGroups = ["default"],
                    IamInstanceProfile = new() { Name = "web" }, Placement = new() { AvailabilityZone = "eu-central-1b" }, MetadataOptions = new() { HttpPutResponseHopLimit = 3 },
                    BlockDeviceMappings = [new() { DeviceName = "/dev/xvda", Ebs = new() { VolumeSize = 50, VolumeType = "io2", Iops = 500 } }],
                    TagSpecifications = [new() { ResourceType = ResourceType.Volume, Tags = [new("Volume", "yes")] }],
                },
            }),
            () => there.CreateLaunchTemplateAsync(new() { LaunchTemplateName = Name("template"), LaunchTemplateData = new() { ImageId = "resolve:ssm:/web/latest", NetworkInterfaces = [new() { DeviceIndex = 0, AssociatePublicIpAddress = false, Groups = ["sg-0a1b2c3d4e5f60001"] }] } }),
            () => there.ModifyLaunchTemplateAsync(new() { LaunchTemplateName = "web", DefaultVersion = Any("2", "3") }),
            () => there.DeleteLaunchTemplateVersionsAsync(new() { LaunchTemplateName = "web", Versions = [Any("1", "3", "4")] }),
            () => here.ModifyImageAttributeAsync(new() { ImageId = image, LaunchPermission = new() { Add = [new() { UserId = Partner }, Any<LaunchPermission>(new() { Group = "all" }, new() { OrganizationArn = "arn:aws:organizations::123456789012:organization/o-exampleorgid" })] } }),
            () => there.EnableImageDeprecationAsync(new() { ImageId = copy, DeprecateAt = world.Clock.GetUtcNow().UtcDateTime.AddDays(1) }),
            () => there.DisableImageAsync(new() { ImageId = copy }),
            () => ProtectAsync(there, copy),
            () => there.DeregisterImageAsync(new() { ImageId = copy }),
            () => here.CreateVolumeAsync(new() { AvailabilityZone = "us-east-1b", Size = 12, Encrypted = _chance.Strikes(0.5), KmsKeyId = Any(null, "alias/none"), TagSpecifications = Tags(ResourceType.Volume) }),
            () => here.CreateSnapshotAsync(new() { VolumeId = "vol-0123456789abcdef1", Description = "by hand" }),
            () => SnapshotAsync(here, there),
            () => InstanceAsync(there),
            () => here.StopInstancesAsync(new() { InstanceIds = [World.InstanceId] }),
            () => here.StartInstancesAsync(new() { InstanceIds = [World.InstanceId] }),
            () => here.RebootInstancesAsync(new() { InstanceIds = [World.InstanceId] }),
            () => there.EnableSnapshotBlockPublicAccessAsync(new() { State = "block-new-sharing" }),
            () => PutParameterAsync($"/web/{Any("latest", "stable")}", copy),
            () => world.Client(Away, Partner).CreateVolumeAsync(new() { AvailabilityZone = "eu-central-1a", Size = 1, Encrypted = true, KmsKeyId = "alias/open" }),
        ];
        await requests[_chance.Next(_chance.Strikes(0.4) ? 3 : requests.Length)]();
    }

    private Task LaunchAsync(string? imageId) => world.Client(Away).RunInstancesAsync(new()
    {
        LaunchTemplate = new() { LaunchTemplateName = "web", Version = Any("$Latest", "$Default", "1") }, ImageId = Any(Public, Public, null, imageId), MinCount = 1, MaxCount = 2,
        UserData = "aGk=", KeyName = Any(null, "web"), DisableApiTermination = _chance.Strikes(0.2), MetadataOptions = new() { HttpTokens = Any("required", "optional") },
        InstanceMarketOptions = _chance.Strikes(0.3) ? new() { MarketType = MarketType.Spot } : null, TagSpecifications = Tags(ResourceType.Instance, ResourceType.Volume),
        BlockDeviceMappings = [new() { DeviceName = "/dev/sdz", Ebs = new() { VolumeSize = 5, DeleteOnTermination = false } }],
    });

    /// <summary>An image whose root device is not its first.</summary>
    private async Task RegisterAsync(AmazonEC2Client here)
    {
        var snapshots = (await here.DescribeSnapshotsAsync(new DescribeSnapshotsRequest { OwnerIds = ["self"] })).Snapshots;
        await here.RegisterImageAsync(new()
        {
            Name = Name("registered"), RootDeviceName = "/dev/xvda", Architecture = ArchitectureValues.X86_64,
            BlockDeviceMappings = [.. new[] { "/dev/sdf", "/dev/xvda" }.Select(device => new BlockDeviceMapping { DeviceName = device, Ebs = new() { SnapshotId = Pick(snapshots)?.SnapshotId } })],
        });
    }

    private async Task ProtectAsync(AmazonEC2Client there, string imageId)
    {
        await there.EnableImageDeregistrationProtectionAsync(new() { ImageId = imageId, WithCooldown = _chance.Strikes(0.6) });
        if (_chance.Strikes(0.5))
        {
            await there.DisableImageDeregistrationProtectionAsync(new() { ImageId = imageId });
        }
    }

    private async Task SnapshotAsync(AmazonEC2Client here, AmazonEC2Client there)
    {
        var snapshot = Pick((await here.DescribeSnapshotsAsync(new DescribeSnapshotsRequest { OwnerIds = ["self"] })).Snapshots)?.SnapshotId ?? "snap-00000000";
        await (_chance.Next(3) switch
        {
            0 => (Task)there.CopySnapshotAsync(new() { SourceRegion = Home, SourceSnapshotId = snapshot }),
            1 => here.ModifySnapshotAttributeAsync(new() { SnapshotId = snapshot, CreateVolumePermission = new() { Add = [new() { UserId = Partner }] } }),
            _ => here.DeleteSnapshotAsync(new() { SnapshotId = snapshot }),
        });
    }

    private async Task InstanceAsync(AmazonEC2Client there)
    {
        var instances = (await there.DescribeInstancesAsync(new())).Reservations?.SelectMany(reservation => reservation.Instances).ToList();
        var id = Pick(instances)?.InstanceId ?? "i-00000000";
        await (_chance.Next(3) switch
        {
            0 => (Task)there.StopInstancesAsync(new StopInstancesRequest { InstanceIds = [id] }),
            1 => there.StartInstancesAsync(new StartInstancesRequest { InstanceIds = [id] }),
            _ => there.TerminateInstancesAsync(new TerminateInstancesRequest { InstanceIds = [id] }),
        });
    }

    private async Task PutParameterAsync(string name, string value)
    {
        using var invoker = new HttpMessageInvoker(world.Cloud.CreateHandler());
        using var request = new HttpRequestMessage(HttpMethod.Post, "http://aws.local/")
        {
            Content = new StringContent($$"""{"Name":"{{name}}","Value":"{{value}}","Type":"String","Overwrite":true,"DataType":"aws:ec2:image"}""", Encoding.UTF8),
        };
        request.Headers.TryAddWithoutValidation("X-Amz-Target", "AmazonSSM.PutParameter");
        request.Headers.TryAddWithoutValidation(
            "Authorization", $"AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20261122/{Away}/ssm/aws4_request, SignedHeaders=host;x-amz-date, Signature=00");
        using var response = await invoker.SendAsync(request, CancellationToken.None);
    }

    private List<TagSpecification> Tags(params ResourceType[] types) => _chance.Strikes(0.3)
        ? []
        : [.. types.Select(type => new TagSpecification { ResourceType = type, Tags = [new("Name", Name("it")), new("Ü", "\"ß\"")] })];

    private string Name(string of) => $"{of}-{++_named}";

    private T Any<T>(params T[] from) => from[_chance.Next(from.Length)];

    private T? Pick<T>(List<T>? from) where T : class => from is { Count: > 0 } ? from[_chance.Next(from.Count)] : null;
}
