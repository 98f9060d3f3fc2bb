namespace Amicast.WorkflowTests.Roles;

/// <summary>What a deployment does not allow is refused by the plan before anything is made; and where the plan were wrong, by IAM.</summary>
public sealed class DeploymentLimitTests
{
    private const string Source = """ "source": { "region": "us-east-1", "instanceId": "i-0123456789abcdef0" }, "image": { "name": "web-{date}" } """;
    private const string Eu = """ "destinations": [ { "region": "eu-central-1" } ] """;
    private const string OtherKey = "arn:aws:kms:us-east-1:123456789012:key/0a1b2c3d-0000-4000-8000-000000000001";
    private const string OtherTemplate = "arn:aws:ec2:us-east-1:123456789012:launch-template/lt-0a1b2c3d4e5f60001";

    // The limit, the request, what the plan says of it, and where IAM refuses it.
    public static TheoryData<string, string, string, string> Limits => new()
    {
        {
            "keys", $$"""{ {{Source}}, "destinations": [ { "region": "eu-central-1", "kmsKeyId": "alias/ami" } ] }""",
            "$.destinations[0].kmsKeyId: KeyNotAllowed: this deployment does not allow the key arn:aws:kms:eu-central-1:123456789012:key/0a1b2c3d-0000-4000-8000-000000000003; "
                + "use a key that it allows, or have the deployment allow this one",
            "CheckImage ImageFailed"
        },
        {
            "templates", $$"""{ {{Source}}, {{Eu}}, "launch": { "template": { "name": "web" } }, "launchTemplate": { "name": "web" } }""",
            "$.launchTemplate.name: LaunchTemplateNotAllowed: this deployment does not allow lt-0a1b2c3d4e5f60003 in eu-central-1 to be changed; "
                + "take another template, or have the deployment allow this one",
            "PublishTemplate AccessDenied"
        },
        {
            "parameters", $$"""{ {{Source}}, {{Eu}}, "launch": { "template": { "name": "web" } }, "launchTemplate": { "name": "web", "parameter": "/other/web" } }""",
            "$.launchTemplate.parameter: ParameterNotAllowed: this deployment does not allow the parameter '/other/web'; name one under /amicast/, or have the deployment allow it",
            "Plan AccessDenied"
        },
        {
            "profiles", $$"""{ {{Source}}, {{Eu}}, "launch": { "template": { "name": "web" }, "overrides": { "iamInstanceProfile": "web" } } }""",
            "$.launch.overrides.iamInstanceProfile: InstanceProfileNotAllowed: this deployment passes no roles, and the instance profile 'web' has one; "
                + "launch without an instance profile, or have the deployment allow its role",
            "LaunchInstances AccessDenied"
        },
        {
            "described", $$"""{ {{Source}}, {{Eu}}, "launch": { "instance": { "instanceType": "t3.small" } } }""",
            "$.launch.instance: LaunchWithoutTemplateNotAllowed: this deployment launches from launch templates alone; name a launch template, or have the deployment allow launches without one",
            "LaunchInstances AccessDenied"
        },
    };

    [Theory]
    [MemberData(nameof(Limits))]
    public void What_the_deployment_does_not_allow_the_plan_refuses_and_IAM_refuses_where_the_plan_does_not(string limit, string request, string problem, string refused)
    {
        var limited = Limited(limit);

        var planned = new Rehearsal(deployment: limited);
        var byPlan = planned.Report(request);
        var byRole = new Rehearsal(roles: EnforcedRoles.Of(limited)).Report(request);

        Assert.Equal(("Plan", problem), (byPlan.Failure!.Step, byPlan.Failure.Message));
        Assert.All(planned.Account.Calls, call => Assert.True(Reads.Is(call), call.Operation));
        var failure = byRole.Failure ?? byRole.Regions[0].Failure!;
        Assert.Equal(refused, $"{failure.Step} {failure.Error}");
    }

    [Fact]
    public void A_template_that_a_run_has_made_may_be_changed_although_the_deployment_does_not_name_it()
    {
        var limited = Limited("templates");
        var request = Tests.Repository.Read("examples/create-template.json");
        var made = new Rehearsal(deployment: limited);

        var first = made.Report(request);
        var second = made.Report(request.Replace("web-{date}", "web-{date}-again", StringComparison.Ordinal), "run-2");

        Assert.Equal([2L, 3L], new[] { first, second }.Select(report => report.Regions[0].Template!.Published!.Version));
    }

    [Fact]
    public void A_source_under_a_key_that_is_not_allowed_can_be_imaged_and_not_copied()
    {
        var account = Sharing.Example("us-east-1", region => region with
        {
            Instances = [.. region.Instances.Select(instance => instance with { Volumes = [.. instance.Volumes.Select(volume => volume with { Encrypted = true, KmsKeyId = OtherKey })] })],
        });
        var limited = Deployment.Default with { KmsKeys = ["arn:aws:kms:eu-central-1:123456789012:key/0a1b2c3d-0000-4000-8000-000000000003"] };

        var imaged = new Rehearsal(account: account, deployment: limited).Report($$"""{ {{Source}} }""");
        var copied = new Rehearsal(account: account, deployment: limited).Report($$"""{ {{Source}}, "destinations": [ { "region": "eu-central-1", "kmsKeyId": "alias/ami" } ] }""");

        Assert.Null(imaged.Failure);
        Assert.Equal(
            $"$.source.instanceId: KeyNotAllowed: this deployment does not allow the key {OtherKey}; use a key that it allows, or have the deployment allow this one", copied.Failure!.Message);
    }

    [Fact]
    public void Limits_are_read_from_the_environment_and_are_not_there_without_it()
    {
        var variables = new Dictionary<string, string>
        {
            ["AMICAST_KMS_KEYS"] = OtherKey,
            ["AMICAST_LAUNCH_TEMPLATES"] = OtherTemplate,
            ["AMICAST_PARAMETER_PATH"] = "/amicast/",
            ["AMICAST_ALLOW_INSTANCE_PROFILES"] = "false",
            ["AMICAST_ALLOW_LAUNCH_WITHOUT_TEMPLATE"] = "false",
        };

        Assert.Equivalent(
            Deployment.Default with { KmsKeys = [OtherKey], LaunchTemplates = [OtherTemplate], ParameterPath = "/amicast/", AllowInstanceProfiles = false, AllowLaunchWithoutTemplate = false },
            Deployment.FromEnvironment(variables.GetValueOrDefault),
            strict: true);
        Assert.Equivalent(Deployment.Default, Deployment.FromEnvironment(_ => null), strict: true);
    }

    private static Deployment Limited(string limit) => limit switch
    {
        "keys" => Deployment.Default with { KmsKeys = [OtherKey] },
        "templates" => Deployment.Default with { LaunchTemplates = [OtherTemplate] },
        "parameters" => Deployment.Default with { ParameterPath = "/amicast/" },
        "profiles" => Deployment.Default with { AllowInstanceProfiles = false },
        _ => Deployment.Default with { AllowLaunchWithoutTemplate = false },
    };
}
