using Amicast.Local;
using Amicast.Simulator.Account;
using Amicast.Simulator.Faults;
using Amicast.Tests;

namespace Amicast.WorkflowTests.Roles;

/// <summary>A few requests that need everything that the roles allow, under deployments that allow much and little.</summary>
internal static class RoleScenarios
{
    private const string Key = "arn:aws:kms:us-east-1:123456789012:key/0a1b2c3d-0000-4000-8000-000000000001";
    private static readonly Deployment Generous = Deployment.Default with { AllowPublicImages = true, AllowSourceStop = true, AllowSourceTerminate = true };
    private static readonly Deployment Limited = Deployment.Default with
    {
        AllowedRegions = ["us-east-1", "eu-central-1", "ap-southeast-2"],
        AllowedAccounts = ["111122223333", "444455556666"],
        KmsKeys = [Key, "arn:aws:kms:eu-central-1:123456789012:key/0a1b2c3d-0000-4000-8000-000000000003"],
        LaunchTemplates = ["arn:aws:ec2:us-east-1:123456789012:launch-template/lt-0a1b2c3d4e5f60001", "arn:aws:ec2:eu-central-1:123456789012:launch-template/lt-0a1b2c3d4e5f60003"],
        ParameterPath = "/amicast/",
        AllowLaunchWithoutTemplate = false,
        AllowSourceStop = true,
        AllowSourceTerminate = true,
    };

    internal static IReadOnlyList<RoleScenario> All { get; } = [.. Requests.SelectMany(request => new[] { request, Planned(request) }), .. Announced, .. CarriedOn];

    private static IEnumerable<RoleScenario> Requests =>
    [
        new("move", Example("move-instance")),
        new("publish", Example("publish-template")),
        new("create template", Example("create-template")),
        new("template from instance", Example("template-from-instance")),
        new("launch described", Described("""{ "instanceType": "t3.small", "keyName": "web", "iamInstanceProfile": "web" }""")),
        new("launch encrypted", Described("""{ "instanceType": "t3.small", "blockDevices": [ { "device": "/dev/xvda", "encrypted": true, "kmsKeyId": "alias/everywhere" } ] }""")) { Account = Encrypted },
        new("Spot fleet", Example("launch-fleet-spot")) { Account = WithoutSpotRole },
        new("encrypt", Example("encrypt-per-region")) { Account = Encrypted },
        new("verify only", Example("verify-only")),
        new("share exactly", Example("share-exact")) { Account = Sharing.Account },
        new("share with others", Example("move-instance").Replace("111122223333", "999900001111", StringComparison.Ordinal)),
        new("make public", Public) { Deployment = Generous },
        new("make public where it is blocked", Public) { Deployment = Generous, Account = Blocked },
        new("terminate the source", Ending("stop", "terminate")) { Deployment = Generous },
        new("stop the source", Ending("none", "stop")) { Deployment = Generous },
        new("wrong places", Wrong("""{ "instanceType": "t3.smal", "keyName": "wep", "subnetId": "subnet-00000000", "securityGroupIds": ["sg-00000000"] }""")),
        new("wrong zone", Wrong("""{ "availabilityZone": "eu-central-1z" }""")),
        new("wrong architecture", Wrong("""{ "instanceType": "m7g.large" }""")),
        new("no default VPC", Example("move-instance")) { Account = Sharing.Example("eu-central-1", region => region with { HasNoDefaultVpc = true }) },
        new("disabled key", Encrypting) { Account = Sharing.Example("eu-central-1", region => region with { Keys = [.. region.Keys.Select(key => key with { State = "Disabled" })] }) },
        new("protected source", Ending("none", "terminate")) { Deployment = Generous, Account = Protected },
        new("parameter fails", Example("publish-template")) { Faults = new FaultPlan([new FaultRule(FaultKind.Throttle) { Operation = "PutParameter" }]) },
        new("limited publish", Example("publish-template")) { Deployment = Limited },
        new("limited create template", Example("create-template")) { Deployment = Limited },
        new("limited move", Ending("stop", "terminate", "ap-southeast-2")) { Deployment = Limited },
        new("limited stop", Ending("none", "stop")) { Deployment = Limited },
        new("limited fleet", Example("launch-fleet-spot")) { Deployment = Limited },
        new("limited encrypt", Encrypting) { Deployment = Limited, Account = Encrypted },
    ];

    // Stopped while a template is published: what Announce then looks at is all that its role lets it see.
    private static IEnumerable<RoleScenario> Announced =>
    [
        Stopped("stopped publication", Example("publish-template")),
        Stopped("stopped publication of a template that the run made", Example("create-template")),
        Stopped("limited stopped publication", Example("publish-template")) with { Deployment = Limited },
    ];

    // What later executions do: the lost image of the first attempt goes, or what is left of a launch, or all that the run has made.
    private static IEnumerable<RoleScenario> CarriedOn =>
    [
        Resumed("resumed after a lost copy"),
        Resumed("limited, resumed after a lost copy") with { Deployment = Limited },
        Relaunched("resumed after a lost instance"),
        Relaunched("limited, resumed after a lost instance") with { Deployment = Limited },
        RolledBack("move, rolled back", Example("move-instance")),
        RolledBack("volume that stays, rolled back", Described("""{ "instanceType": "t3.small", "blockDevices": [ { "device": "/dev/sdf", "sizeGiB": 8, "deleteOnTermination": false } ] }""")),
        RolledBack("publish, rolled back", Example("publish-template")),
        RolledBack("publish over a parameter, rolled back", Example("publish-template")) with { Account = WithParameter },
        new("rolled back without its histories", Example("move-instance")) { Act = RoleActs.RollBackTheUnknown },
        RolledBack("create template, rolled back", Example("create-template")),
        RolledBack("share exactly, rolled back", Example("share-exact")) with { Account = Sharing.Account },
        RolledBack("share a public image exactly, rolled back", Example("share-exact")) with { Account = Sharing.Account, Deployment = Generous },
        RolledBack("share exactly what others held, rolled back", Example("share-exact")) with { Account = HeldByOthers },
        RolledBack("stop the source, rolled back", Ending("none", "stop")) with { Deployment = Generous, Account = Encrypted },
        RolledBack("limited publish, rolled back", Example("publish-template")) with { Deployment = Limited },
        RolledBack("limited create template, rolled back", Example("create-template")) with { Deployment = Limited },
        RolledBack("limited sharing, rolled back", SharedExactly) with { Deployment = Limited, Account = Sharing.Account },
        RolledBack("limited stop, rolled back", Ending("none", "stop")) with { Deployment = Limited, Account = Encrypted },
    ];

    private static RoleScenario RolledBack(string name, string request) => new(name, request) { Act = rehearsal => RoleActs.RollBack(request, rehearsal) };

    private static RoleScenario Resumed(string name) => new(name, Ending("none", "keep"))
    {
        Faults = new FaultPlan([new FaultRule(FaultKind.ImageFails) { Operation = "CopyImage", Region = "eu-central-1", Count = 1 }]),
        Act = rehearsal => RoleActs.Resume(Ending("none", "keep"), rehearsal),
    };

    private static RoleScenario Relaunched(string name)
    {
        var request = Ending("none", "keep").Replace("\"verify\"", "\"count\": 2, \"verify\"", StringComparison.Ordinal);
        return new(name, request)
        {
            Faults = new FaultPlan([new FaultRule(FaultKind.InstanceFails) { Count = 1 }]),
            Act = rehearsal => RoleActs.Resume(request, rehearsal),
        };
    }

    private static RoleScenario Stopped(string name, string request) => new(name, request)
    {
        Faults = new FaultPlan([new FaultRule(FaultKind.Throttle) { Operation = "PutParameter" }]),
        Act = rehearsal => RoleActs.StopAt("PutParameter", request, rehearsal),
        IsAnnounced = true,
    };

    private static RoleScenario Planned(RoleScenario scenario) =>
        scenario with { Name = $"{scenario.Name}, planned over HTTP", Act = rehearsal => RoleActs.PlanOverHttp(scenario.Request, rehearsal) };

    private static string Public => """
        { "source": { "region": "us-east-1", "instanceId": "i-0123456789abcdef0" }, "image": { "name": "web-{date}" }, "destinations": [ { "region": "us-east-1" }, { "region": "eu-central-1" } ],
          "share": { "visibility": "public", "snapshots": true } }
        """;

    private static string Encrypting => """
        { "source": { "region": "us-east-1", "instanceId": "i-0123456789abcdef0" }, "image": { "name": "web-{date}" },
          "destinations": [ { "region": "us-east-1", "kmsKeyId": "alias/ami" }, { "region": "eu-central-1", "kmsKeyId": "alias/ami" } ], "launch": { "template": { "name": "web" } },
          "share": { "accounts": ["111122223333"] } }
        """;

    private static AccountDocument WithoutSpotRole => LocalCloud.ExampleAccount with { Roles = new(new Dictionary<string, string>(), ["spot.amazonaws.com"]) };

    private static AccountDocument Blocked => Sharing.Example("eu-central-1", region => region with { ImageBlockPublicAccess = "block-new-sharing", SnapshotBlockPublicAccess = "block-all-sharing" });

    // The source is under another key than its copies.
    private static AccountDocument Encrypted => Sharing.Example("us-east-1", region => region with
    {
        Instances = [.. region.Instances.Select(instance => instance with { Volumes = [.. instance.Volumes.Select(volume => volume with { Encrypted = true, KmsKeyId = Key })] })],
    });

    private static AccountDocument Protected => Sharing.Example(
        "us-east-1", region => region with { Instances = [.. region.Instances.Select(instance => instance with { Launch = instance.Launch with { DisableApiTermination = true } })] });

    private static AccountDocument WithParameter => Sharing.Example("eu-central-1", region => region with
    {
        Parameters = [new ParameterDocument("/amicast/web/latest", [new ParameterVersionDocument(1, "String", "ami-0a1b2c3d4e5f60009", "text", "what web runs", null)])],
    });

    // By an account that the limited deployment does not name.
    private static AccountDocument HeldByOthers => AccountDocument.Parse(Repository.Read("examples/account-shared-image.json").Replace("444455556666", "999900001111", StringComparison.Ordinal));

    private static string Described(string instance) => $$"""
        { "source": { "region": "us-east-1", "instanceId": "i-0123456789abcdef0" }, "image": { "name": "web-{date}" },
          "destinations": [ { "region": "us-east-1" } ], "launch": { "instance": {{instance}}, "verify": "statusOk" } }
        """;

    private static string Wrong(string overrides) => $$"""
        { "source": { "region": "us-east-1", "instanceId": "i-0123456789abcdef0" }, "image": { "name": "web-{date}" }, "destinations": [ { "region": "eu-central-1", "kmsKeyId": "alias/amj" } ],
          "launch": { "template": { "name": "web" }, "overrides": {{overrides}} }, "launchTemplate": { "name": "wep" } }
        """;

    private static string SharedExactly => """
        { "source": { "region": "us-east-1", "imageId": "ami-0b1c2d3e4f5a60001" }, "destinations": [ { "region": "us-east-1" } ], "share": { "mode": "exact", "accounts": ["111122223333"] } }
        """;

    private static string Ending(string beforehand, string afterwards, string region = "eu-central-1") => $$"""
        { "source": { "region": "us-east-1", "instanceId": "i-0123456789abcdef0", "beforehand": "{{beforehand}}", "afterwards": "{{afterwards}}" }, "image": { "name": "web-{date}" },
          "destinations": [ { "region": "{{region}}" } ], "launch": { "template": { "name": "web" }, "verify": "statusOk" } }
        """;

    private static string Example(string name) => Repository.Read($"examples/{name}.json");
}
