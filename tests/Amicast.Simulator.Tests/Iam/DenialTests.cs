using System.Net;
using Amicast.Simulator.Account;
using Amicast.Simulator.Iam;
using Amicast.Simulator.Tests.Fuzz;
using Amicast.VirtualTime;

namespace Amicast.Simulator.Tests.Iam;

public sealed class DenialTests
{
    private const string Denied = "You are not authorized to perform this operation. User: arn:aws:sts::123456789012:assumed-role/step/session is not authorized to perform: ";

    [Fact]
    public void A_call_that_may_not_be_made_is_refused_with_the_action_and_the_resource_and_changes_nothing()
    {
        using var cloud = Cloud(request => request.Action == "ec2:CreateTags");
        var before = cloud.Look();

        Assert.Equal(
            (HttpStatusCode.Forbidden, $"UnauthorizedOperation: {Denied}ec2:CreateTags on resource: arn:aws:ec2:us-east-1::image/* because no identity-based policy allows the ec2:CreateTags action"),
            Error(cloud, "CreateImage", $"InstanceId={FuzzedCloud.InstanceId}", "Name=new", "TagSpecification.1.ResourceType=image", "TagSpecification.1.Tag.1.Key=k"));
        Assert.Equal(before, cloud.Look());
    }

    [Fact]
    public void Each_request_of_a_call_must_be_allowed() => Assert.All(AuthorizedCalls.Rich, call =>
    {
        var asked = AuthorizedCalls.Carry(call.Request).Requests;
        var own = AuthorizedCalls.OperationOf(call.Request);
        var demanded = asked.Where(request => !request.Action.StartsWith("kms:", StringComparison.Ordinal) || own == "kms:DescribeKey").ToList();
        foreach (var one in own == "ec2:CreateFleet" ? demanded.TakeWhile(request => request.Action != "ec2:RunInstances") : demanded.Where(request => request.Action != "ec2:DeleteSnapshot"))
        {
            using var cloud = Cloud(request => request.Action == one.Action && request.Resource == one.Resource);
            var (status, text) = cloud.Send(call.Request);
            Assert.True((int)status is 400 or 403, $"{call.Title}: {one.Action} on {one.Resource}: {text}");
            Assert.Matches("UnauthorizedOperation|AccessDeniedException|ServiceLinkedRoleCreationNotPermitted", text);
        }
    });

    [Fact]
    public void An_explicit_deny_is_told_from_what_is_not_allowed()
    {
        using var cloud = new FuzzedCloud(new Denier(), RichAccount.Json);

        Assert.Equal(
            (HttpStatusCode.Forbidden, "UnauthorizedOperation: You are not authorized to perform this operation. User: arn:aws:iam::123456789012:root is not authorized to perform: ec2:DescribeImages on resource: * with an explicit deny in an identity-based policy"),
            Error(cloud, "DescribeImages"));
    }

    [Theory]
    [InlineData(true, "UnauthorizedOperation", 403)]
    [InlineData(false, "DryRunOperation", 412)]
    public void With_DryRun_a_call_says_whether_it_may_be_made(bool denies, string code, int status)
    {
        using var cloud = Cloud(request => denies && request.Action == "iam:PassRole");

        var (answered, text) = Error(cloud, "RunInstances", "MinCount=1", "MaxCount=1", $"LaunchTemplate.LaunchTemplateId={RichAccount.ProfileTemplateId}", "DryRun=true");

        Assert.Equal((code, status), (text.Split(':')[0], (int)answered));
    }

    [Theory]
    [InlineData("StopInstances", "InstanceId.1=i-0000000000000000f", "InvalidInstanceID.NotFound")]
    [InlineData("DeregisterImage", "ImageId=ami-x", "InvalidAMIID.Malformed")]
    [InlineData("CreateImage", "Name=new", "MissingParameter")]
    [InlineData("DeleteSnapshot", "SnapshotId=snap-0a1b2c3d4e5f60001", "UnauthorizedOperation")]
    [InlineData("EnableImageDeprecation", "ImageId=ami-0a1b2c3d4e5f60001", "UnauthorizedOperation")]
    public void What_is_not_there_is_answered_before_the_decision_and_what_its_state_forbids_after_it(string operation, string parameter, string code)
    {
        using var cloud = Cloud(_ => true);

        Assert.Equal(code, Error(cloud, operation, parameter).Text.Split(':')[0]);
    }

    [Fact]
    public void Another_service_refuses_with_AccessDeniedException()
    {
        using var cloud = Cloud(_ => true);

        Assert.Equal(
            (HttpStatusCode.BadRequest, """{"__type":"AccessDeniedException","message":"User: arn:aws:sts::123456789012:assumed-role/step/session is not authorized to perform: ssm:GetParameter on resource: arn:aws:ssm:us-east-1:123456789012:parameter/amicast/web because no identity-based policy allows the ssm:GetParameter action"}"""),
            cloud.Send(WireRequest.Json("ssm", "GetParameter", """{"Name":"/amicast/web"}""")));
        Assert.Equal(
            (HttpStatusCode.BadRequest, """{"__type":"AccessDeniedException","message":"User: arn:aws:sts::123456789012:assumed-role/step/session is not authorized to perform: kms:ListAliases on resource: * because no identity-based policy allows the kms:ListAliases action"}"""),
            cloud.Send(WireRequest.Json("kms", "ListAliases", "{}")));
    }

    [Fact]
    public void GetCallerIdentity_is_never_refused_and_says_who_the_caller_is()
    {
        using var cloud = Cloud(_ => true);

        var (status, text) = cloud.Send(WireRequest.Sts("Action=GetCallerIdentity&Version=2011-06-15"));

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains($"<Arn>{Recorder.CallerArn}</Arn>", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_call_with_the_token_of_one_before_is_answered_without_a_decision()
    {
        var recorder = new Recorder();
        using var cloud = new FuzzedCloud(recorder, RichAccount.Json);
        var request = WireRequest.Ec2("CreateLaunchTemplate", "LaunchTemplateName=new", "LaunchTemplateData.InstanceType=t3.small", "ClientToken=t");
        cloud.Send(request);
        recorder.Denies = _ => true;

        Assert.Equal(HttpStatusCode.OK, cloud.Send(request).Status);
    }

    [Fact]
    public void An_image_goes_without_the_snapshots_that_may_not_be_deleted()
    {
        using var cloud = Cloud(request => request.Action == "ec2:DeleteSnapshot");

        var (status, text) = cloud.Send(WireRequest.Ec2("DeregisterImage", $"ImageId={FuzzedCloud.ImageId}", "DeleteAssociatedSnapshots=true"));

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("<item><snapshotId>snap-0a1b2c3d4e5f60001</snapshotId><returnCode>missing-permissions</returnCode></item>", text, StringComparison.Ordinal);
        Assert.Contains("snap-0a1b2c3d4e5f60001", cloud.Look(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("iam:PassRole", "arn:aws:iam::123456789012:role/service/web-role")]
    [InlineData("ec2:RunInstances", "arn:aws:ec2:us-east-1:123456789012:subnet/subnet-0000000b")]
    public void A_fleet_that_may_not_launch_is_a_success_with_the_error_of_its_pool(string action, string resource)
    {
        using var cloud = Cloud(request => request.Action == action && request.Resource == resource);

        var (status, text) = cloud.Send(WireRequest.Ec2(
            "CreateFleet", "Type=instant", "TargetCapacitySpecification.TotalTargetCapacity=1",
            $"LaunchTemplateConfigs.1.LaunchTemplateSpecification.LaunchTemplateId={RichAccount.ProfileTemplateId}", "LaunchTemplateConfigs.1.LaunchTemplateSpecification.Version=1"));

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("<errorCode>UnauthorizedOperation</errorCode>", text, StringComparison.Ordinal);
        Assert.Contains($"{Denied}{action} on resource: {resource} because", text, StringComparison.Ordinal);
        Assert.DoesNotContain("<instanceId>", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_fleet_with_an_image_that_is_not_there_is_a_success_with_the_error_of_its_pool()
    {
        using var cloud = Cloud(_ => false);

        var (status, text) = cloud.Send(WireRequest.Ec2(
            "CreateFleet", "Type=instant", "TargetCapacitySpecification.TotalTargetCapacity=1", "LaunchTemplateConfigs.1.LaunchTemplateSpecification.LaunchTemplateName=web",
            "LaunchTemplateConfigs.1.LaunchTemplateSpecification.Version=1", "LaunchTemplateConfigs.1.Overrides.1.ImageId=ami-0000000000000000f"));

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("<errorCode>InvalidAMIID.NotFound</errorCode>", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_first_Spot_Instance_makes_the_service_linked_role_and_needs_the_permission_for_it()
    {
        var recorder = new Recorder { Denies = request => request.Action == "iam:CreateServiceLinkedRole" };
        using var cloud = new FuzzedCloud(recorder, RichAccount.Json);
        string[] spot = [$"ImageId={FuzzedCloud.ImageId}", "MinCount=1", "MaxCount=1", "InstanceMarketOptions.MarketType=spot"];

        Assert.Equal(
            (HttpStatusCode.Forbidden, "AuthFailure.ServiceLinkedRoleCreationNotPermitted: The provided credentials do not have permission to create the service-linked role for EC2 Spot Instances."),
            Error(cloud, "RunInstances", spot));
        recorder.Denies = _ => false;
        cloud.Send(WireRequest.Ec2("RunInstances", spot));
        recorder.Denies = request => request.Action == "iam:CreateServiceLinkedRole";
        Assert.Equal(HttpStatusCode.OK, cloud.Send(WireRequest.Ec2("RunInstances", spot)).Status);
    }

    [Fact]
    public void The_caller_is_the_account_of_the_access_key()
    {
        var (document, callers) = (AccountDocument.Parse(RichAccount.Json), new Listener());
        var clock = new VirtualClock(document.StartsAt);
        using var wire = new HttpMessageInvoker(new SimulatedCloud(clock, new Chance(1), document) { Authorizer = callers }.CreateHandler());
        foreach (var key in (string[])["AKIDEXAMPLE", "111122223333"])
        {
            using var message = WireRequest.Ec2("DescribeImages").ToMessage();
            message.Headers.Remove("Authorization");
            message.Headers.TryAddWithoutValidation("Authorization", $"AWS4-HMAC-SHA256 Credential={key}/20261122/us-east-1/ec2/aws4_request, SignedHeaders=host, Signature=00");
            using var answer = clock.Run(() => wire.SendAsync(message, CancellationToken.None));
        }

        Assert.Equal([new("123456789012", "AKIDEXAMPLE"), new("111122223333", "111122223333")], callers.Heard);
    }

    private static FuzzedCloud Cloud(Func<AuthorizationRequest, bool> denies)
    {
        var recorder = new Recorder();
        var cloud = new FuzzedCloud(recorder, RichAccount.Json);
        recorder.Denies = denies;
        return cloud;
    }

    /// <summary>EC2's error, as "code: message".</summary>
    private static (HttpStatusCode Status, string Text) Error(FuzzedCloud cloud, string operation, params string[] parameters)
    {
        var (status, text) = cloud.Send(WireRequest.Ec2(operation, parameters));
        return (status, $"{Part(text, "Code")}: {Part(text, "Message")}");
    }

    private static string Part(string text, string element) => text.Split($"<{element}>") is { Length: > 1 } parts ? WebUtility.HtmlDecode(parts[1].Split($"</{element}>")[0]) : text;

    private sealed class Denier : IAuthorizer
    {
        public string ArnOf(Caller caller) => caller.RootArn;

        public AuthorizationDecision Decide(Caller caller, AuthorizationRequest request) =>
            request.Action == "ec2:DescribeImages" ? AuthorizationDecision.DeniedExplicitly : AuthorizationDecision.Allowed;
    }

    private sealed class Listener : IAuthorizer
    {
        internal List<Caller> Heard { get; } = [];

        public string ArnOf(Caller caller) => caller.RootArn;

        public AuthorizationDecision Decide(Caller caller, AuthorizationRequest request)
        {
            Heard.Add(caller);
            return AuthorizationDecision.Allowed;
        }
    }
}
