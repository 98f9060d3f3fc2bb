using Amicast.Simulator.Account;
using Amicast.Simulator.Tests.Fuzz;
using Amicast.VirtualTime;

namespace Amicast.Simulator.Tests.Iam;

/// <summary>EC2 answers before it finds out that the caller may not use a key.</summary>
public sealed class KeyDenialTests
{
    [Theory]
    [InlineData("kms:ReEncryptFrom")]
    [InlineData("kms:CreateGrant")]
    [InlineData("kms:GenerateDataKeyWithoutPlaintext")]
    public void A_copy_under_a_key_that_the_caller_may_not_use_fails_later(string action)
    {
        var recorder = new Recorder { Denies = request => request.Action == action };
        using var cloud = new FuzzedCloud(recorder, RichAccount.Json);

        cloud.Send(AuthorizedCalls.Rich.Single(call => call.Title.StartsWith("CopyImage to another", StringComparison.Ordinal)).Request);
        cloud.Pass(TimeSpan.FromHours(3));

        var (_, text) = cloud.Send(WireRequest.Ec2("DescribeImages", "Owner.1=self") with { Region = "eu-central-1" });
        Assert.Contains("<imageState>failed</imageState>", text, StringComparison.Ordinal);
        Assert.Contains("Copy image failed with an internal error", text, StringComparison.Ordinal);
    }

    [Fact]
    public void An_instance_of_an_image_whose_key_the_caller_may_not_use_dies()
    {
        using var cloud = new FuzzedCloud(new Recorder { Denies = request => request.Action == "kms:Decrypt" }, RichAccount.Json);

        cloud.Send(WireRequest.Ec2("RunInstances", $"ImageId={FuzzedCloud.ImageId}", "MinCount=1", "MaxCount=1"));
        cloud.Pass(TimeSpan.FromMinutes(5));

        Assert.Contains("<code>Client.InternalError</code>", cloud.Send(WireRequest.Ec2("DescribeInstances", "Filter.1.Name=instance-state-name", "Filter.1.Value.1=terminated")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_volume_and_a_snapshot_under_a_key_that_the_caller_may_not_use_end_in_error()
    {
        using var cloud = new FuzzedCloud(new Recorder { Denies = request => request.Action == "kms:CreateGrant" }, RichAccount.Json);

        cloud.Send(WireRequest.Ec2("CreateVolume", "AvailabilityZone=us-east-1a", "SnapshotId=snap-0a1b2c3d4e5f60001"));
        cloud.Send(WireRequest.Ec2("CopySnapshot", "SourceRegion=us-east-1", "SourceSnapshotId=snap-0a1b2c3d4e5f60001"));
        cloud.Pass(TimeSpan.FromHours(3));

        Assert.Contains("<status>error</status>", cloud.Send(WireRequest.Ec2("DescribeVolumes")).Text, StringComparison.Ordinal);
        Assert.Contains("<status>error</status>", cloud.Send(WireRequest.Ec2("DescribeSnapshots", "Owner.1=self")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_AWS_managed_key_is_not_asked_for()
    {
        var recorder = AuthorizedCalls.Carry(WireRequest.Ec2("CopyImage", "SourceRegion=us-east-1", "SourceImageId=ami-0a1b2c3d4e5f60009", "Name=copy", "Encrypted=true"));

        Assert.DoesNotContain(recorder.Requests, request => request.Action.StartsWith("kms:", StringComparison.Ordinal));
    }

    [Fact]
    public void The_roles_of_an_account_are_saved_with_those_that_were_made()
    {
        var document = AccountDocument.Parse(RichAccount.Json);
        var clock = new VirtualClock(document.StartsAt);
        var cloud = new SimulatedCloud(clock, new Chance(1), document);
        Assert.Equal(document.Roles!.MissingServiceLinkedRoles, AccountDocument.Parse(cloud.Save().ToJson()).Roles!.MissingServiceLinkedRoles);

        using var wire = new HttpMessageInvoker(cloud.CreateHandler());
        using var message = WireRequest.Ec2("RunInstances", $"ImageId={FuzzedCloud.ImageId}", "MinCount=1", "MaxCount=1", "InstanceMarketOptions.MarketType=spot").ToMessage();
        using var answer = clock.Run(() => wire.SendAsync(message, CancellationToken.None));

        var saved = AccountDocument.Parse(cloud.Save().ToJson()).Roles!;
        Assert.Equal([KeyValuePair.Create("web", "service/web-role")], saved.InstanceProfiles);
        Assert.Empty(saved.MissingServiceLinkedRoles);
    }

    [Fact]
    public void A_service_linked_role_that_is_never_asked_for_is_a_problem_of_the_document() => Assert.Equal(
        "$.roles.missingServiceLinkedRoles[0]: InvalidValue: No service-linked role of 'ec2fleet.amazonaws.com' is ever asked for. Services are: spot.amazonaws.com.",
        string.Join('\n', Assert.Throws<Documents.InvalidDocumentException>(() => AccountDocument.Parse(
            """{ "accountId": "123456789012", "roles": { "missingServiceLinkedRoles": ["ec2fleet.amazonaws.com"] }, "regions": [{ "name": "us-east-1" }] }""")).Problems.Select(problem => $"{problem.Path}: {problem.Code}: {problem.Message} {problem.Remedy}")));
}
