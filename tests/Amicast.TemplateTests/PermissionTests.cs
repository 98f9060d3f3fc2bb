using YamlDotNet.RepresentationModel;

namespace Amicast.TemplateTests;

public sealed class PermissionTests
{
    private static readonly string[] Histories = ["states:DescribeExecution", "states:GetExecutionHistory"];

    // What EBS asks of KMS in the caller's name.
    private static readonly string[] KeyUse = ["kms:CreateGrant", "kms:Decrypt", "kms:DescribeKey", "kms:GenerateDataKeyWithoutPlaintext", "kms:ReEncryptFrom", "kms:ReEncryptTo"];

    // Authorised as part of another call, never called: tags at creation, the role of a launched instance, the role of the first Spot Instance, dead letters, and what EBS does with keys.
    private static readonly string[] NeverCalled = ["ec2:CreateTags", "iam:CreateServiceLinkedRole", "iam:PassRole", "ssm:AddTagsToResource", "sqs:SendMessage", .. KeyUse];

    // Called without a client of the SDK.
    private static readonly string[] WithoutSdk = ["events:PutEvents", .. Histories, "states:ListExecutions", "states:StartExecution", "states:StopExecution"];

    [Fact]
    public void Functions_may_do_exactly_what_the_steps_call() =>
        Assert.Equal(
            AwsCalls.OfTheDomain().Union(NeverCalled).Union(WithoutSdk).Order(StringComparer.Ordinal),
            Allowed(Template.Deployed.Functions.Keys).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void API_may_look_at_what_Plan_looks_at_and_touch_the_executions_of_this_stack_alone()
    {
        var (executions, looks) = (Of("HttpApiFunction").Where(IsOfExecutions).ToList(), Of("HttpApiFunction").Where(statement => !IsOfExecutions(statement)));

        Assert.Equal(Of("PlanFunction").Where(statement => !IsOfExecutions(statement)).Select(statement => statement.Node), looks.Select(statement => statement.Node));
        Assert.Equal(
            ["states:StartExecution", "states:ListExecutions", "states:DescribeExecution", "states:GetExecutionHistory", "states:StopExecution"],
            executions.SelectMany(statement => statement.Actions));
        Assert.Equal(
            [
                "!Sub arn:${AWS::Partition}:states:${AWS::Region}:${AWS::AccountId}:stateMachine:${AWS::StackName}",
                "!Sub arn:${AWS::Partition}:states:${AWS::Region}:${AWS::AccountId}:execution:${AWS::StackName}:*",
            ],
            executions.Select(statement => Template.ShortForm(statement.Node["Resource"])));
    }

    [Fact]
    public void Announce_may_look_at_what_Summarize_looks_at() => Assert.Equal(
        Of("SummarizeFunction").Select(statement => statement.Node),
        Of("AnnounceFunction").Where(statement => Template.Scalar(statement.Node, "Sid").StartsWith("Look", StringComparison.Ordinal)).Select(statement => statement.Node));

    [Fact]
    public void Each_function_may_do_what_its_own_step_needs()
    {
        var expected = new Dictionary<string, string[]>
        {
            ["PlanFunction"] =
            [
                "ec2:DescribeAvailabilityZones", "ec2:DescribeImageAttribute", "ec2:DescribeImages", "ec2:DescribeInstanceAttribute",
                "ec2:DescribeInstanceTypeOfferings", "ec2:DescribeInstanceTypes", "ec2:DescribeInstances", "ec2:DescribeKeyPairs",
                "ec2:DescribeLaunchTemplateVersions", "ec2:DescribeLaunchTemplates", "ec2:DescribeRegions", "ec2:DescribeSecurityGroups",
                "ec2:DescribeSnapshotAttribute", "ec2:DescribeSnapshots", "ec2:DescribeSubnets", "ec2:DescribeVolumes", "ec2:DescribeVpcs",
                "ec2:GetEbsDefaultKmsKeyId", "ec2:GetEbsEncryptionByDefault", "ec2:GetImageBlockPublicAccessState", "ec2:GetLaunchTemplateData",
                "ec2:GetSnapshotBlockPublicAccessState", "kms:DescribeKey", "kms:ListAliases", "ssm:GetParameter",
                .. Histories,
            ],
            ["StopSourceFunction"] = ["ec2:DescribeImages", "ec2:DescribeInstances", "ec2:StopInstances"],
            ["CreateImageFunction"] = ["ec2:CreateImage", "ec2:CreateTags", "ec2:DescribeImages"],
            ["CheckImageFunction"] = ["ec2:DeleteSnapshot", "ec2:DeregisterImage", "ec2:DescribeImages", "ec2:DescribeSnapshots"],
            ["CopyImageFunction"] = ["ec2:CopyImage", "ec2:CreateTags", "ec2:DescribeImages", .. KeyUse],
            ["ShareImageFunction"] = ["ec2:DescribeImageAttribute", "ec2:DescribeSnapshotAttribute", "ec2:ModifyImageAttribute", "ec2:ModifySnapshotAttribute"],
            ["EnsureTemplateFunction"] = ["ec2:CreateLaunchTemplate", "ec2:CreateTags", "ec2:DescribeLaunchTemplates"],
            ["LaunchInstancesFunction"] = ["ec2:CreateFleet", "ec2:CreateTags", "ec2:DescribeInstances", "ec2:RunInstances", "ec2:TerminateInstances", "iam:CreateServiceLinkedRole", "iam:PassRole", .. KeyUse],
            ["CheckInstancesFunction"] = ["ec2:DescribeInstanceStatus", "ec2:DescribeInstances"],
            ["PublishTemplateFunction"] =
            [
                "ec2:CreateLaunchTemplateVersion", "ec2:DescribeImages", "ec2:DescribeLaunchTemplateVersions", "ec2:DescribeLaunchTemplates",
                "ec2:ModifyLaunchTemplate", "ssm:AddTagsToResource", "ssm:GetParameter", "ssm:PutParameter",
            ],
            ["TerminateInstancesFunction"] = ["ec2:DescribeInstances", "ec2:TerminateInstances"],
            ["RemoveFirstImageFunction"] = ["ec2:DeleteSnapshot", "ec2:DeregisterImage", "ec2:DescribeImages", "ec2:DescribeSnapshots"],
            ["RetireSourceFunction"] = ["ec2:DescribeInstances", "ec2:StopInstances", "ec2:TerminateInstances"],
            ["RollbackFunction"] =
            [
                "ec2:DeleteLaunchTemplate", "ec2:DeleteLaunchTemplateVersions", "ec2:DeleteSnapshot", "ec2:DeleteVolume", "ec2:DeregisterImage",
                "ec2:DescribeImageAttribute", "ec2:DescribeImages", "ec2:DescribeInstances", "ec2:DescribeLaunchTemplateVersions", "ec2:DescribeLaunchTemplates",
                "ec2:DescribeRegions", "ec2:DescribeSnapshotAttribute", "ec2:DescribeSnapshots", "ec2:DescribeVolumes", "ec2:ModifyImageAttribute",
                "ec2:ModifyLaunchTemplate", "ec2:ModifySnapshotAttribute", "ec2:StartInstances", "ec2:TerminateInstances",
                "kms:CreateGrant", "ssm:DeleteParameter", "ssm:GetParameter", "ssm:GetParameterHistory", "ssm:PutParameter", .. Histories,
            ],
            ["SummarizeFunction"] =
            [
                "ec2:DescribeImages", "ec2:DescribeInstances", "ec2:DescribeLaunchTemplateVersions", "ec2:DescribeLaunchTemplates", "ec2:DescribeSnapshots",
                "ssm:GetParameter",
            ],
            ["AnnounceFunction"] =
            [
                "ec2:DescribeImages", "ec2:DescribeInstances", "ec2:DescribeLaunchTemplateVersions", "ec2:DescribeLaunchTemplates", "ec2:DescribeSnapshots",
                "events:PutEvents", "sqs:SendMessage", "ssm:GetParameter", "states:DescribeExecution", "states:GetExecutionHistory",
            ],
        };

        Assert.Equal(expected.Keys.Order(StringComparer.Ordinal), Template.Deployed.Functions.Keys.Where(function => function != "HttpApiFunction").Order(StringComparer.Ordinal));
        Assert.All(expected, function => Assert.Equal(function.Value, Allowed([function.Key]).Distinct().Order(StringComparer.Ordinal)));
    }

    [Fact]
    public void No_statement_has_a_wildcard_among_its_actions() =>
        Assert.All(Statement.All.SelectMany(statement => statement.Actions), action => Assert.DoesNotContain('*', action));

    [Fact]
    public void Only_reads_the_delivery_of_logs_and_denials_are_for_every_resource()
    {
        var others = Statement.All.Where(statement => IsEveryResource(statement) && statement.Effect == "Allow")
            .SelectMany(statement => statement.Actions)
            .Where(action => !action.StartsWith("ec2:Describe", StringComparison.Ordinal) && !action.StartsWith("ec2:Get", StringComparison.Ordinal)
                && action != "kms:ListAliases" && !action.StartsWith("logs:", StringComparison.Ordinal));

        Assert.Empty(others);
    }

    [Fact]
    public void Tags_can_only_be_set_by_the_call_that_makes_the_resource()
    {
        var tagging = Statement.All.Where(statement => statement.Actions.Contains("ec2:CreateTags"));

        Assert.Equal(
            [
                ("CreateImageFunction", "CreateImage"), ("CopyImageFunction", "CopyImage"), ("EnsureTemplateFunction", "CreateLaunchTemplate"), ("LaunchInstancesFunction", "CreateFleet"),
                ("LaunchInstancesFunction", "RunInstances"),
            ],
            tagging.Select(statement => (statement.Owner, Template.Scalar(statement.Node, "Condition", "StringEquals", "ec2:CreateAction"))));
    }

    [Fact]
    public void Only_what_LaunchInstances_launched_is_terminated_by_it_and_by_TerminateInstances()
    {
        var own = new[] { "LaunchInstancesFunction", "TerminateInstancesFunction" }.SelectMany(Of).Where(statement => statement.Actions.Contains("ec2:TerminateInstances")).ToList();

        Assert.Equal(["LaunchInstancesFunction", "TerminateInstancesFunction"], own.Select(statement => statement.Owner));
        Assert.Equal(own[0].Node, own[1].Node);
        Assert.Equal("LaunchInstances", Template.Scalar(own[0].Node, "Condition", "StringEquals", "aws:ResourceTag/amicast:step"));
        Assert.Equal("false", Template.Scalar(own[0].Node, "Condition", "Null", "aws:ResourceTag/amicast:run"));
    }

    [Fact]
    public void Only_what_a_run_made_is_removed()
    {
        string[] removals = ["ec2:DeregisterImage", "ec2:DeleteSnapshot", "ec2:DeleteVolume", "ec2:DeleteLaunchTemplate"];
        var removing = Statement.All.Where(statement => statement.Actions.Intersect(removals).Any()).ToList();

        Assert.Equal(["CheckImageFunction", "RemoveFirstImageFunction", "RollbackFunction"], removing.Select(statement => statement.Owner));
        Assert.All(removing, statement => Assert.Equal("false", Template.Scalar(statement.Node, "Condition", "Null", "aws:ResourceTag/amicast:run")));
        Assert.Equal("CreateImage", Template.Scalar(removing[1].Node, "Condition", "StringEquals", "aws:ResourceTag/amicast:step"));
    }

    [Fact]
    public void Keys_are_used_through_EC2_alone_and_granted_to_AWS_resources_alone()
    {
        var uses = Statement.All.Where(statement => statement.Actions.Contains("kms:Decrypt") || statement.Actions.Contains("kms:CreateGrant")).ToList();

        Assert.Equal(5, uses.Count);
        Assert.All(uses, statement => Assert.Equal("ec2.*.amazonaws.com*", Template.Scalar(statement.Node, "Condition", "StringLike", "kms:ViaService")));
        Assert.All(uses.Where(statement => statement.Actions.Contains("kms:CreateGrant")), statement =>
            Assert.Equal("true", Template.Scalar(statement.Node, "Condition", "Bool", "kms:GrantIsForAWSResource")));
    }

    [Fact]
    public void Sharing_snapshots_is_denied_with_everyone_and_with_accounts_that_the_deployment_does_not_name_and_launching_without_a_template()
    {
        var all = Statement.All.Where(statement => statement.Effect == "Deny").ToList();

        // What Rollback puts back is held to the same.
        Assert.Equal(["ShareImageFunction", "ShareImageFunction", "LaunchInstancesFunction", "RollbackFunction", "RollbackFunction"], all.Select(statement => statement.Owner));
        Assert.Equal(all.Take(2).Select(statement => statement.Node), all.Skip(3).Select(statement => statement.Node));
        var denials = all.Take(3).ToList();

        Assert.Equal(
            [("ShareImageFunction", "NothingPublic"), ("ShareImageFunction", "OnlyAllowedAccounts"), ("LaunchInstancesFunction", "OnlyFromTemplates")],
            denials.Select(statement => (statement.Owner, Template.Scalar(statement.Node, "Sid"))));
        // Who gets a permission is a condition key of snapshots alone.
        Assert.All(denials.Take(2), statement => Assert.Equal(["ec2:ModifySnapshotAttribute"], statement.Actions));
        Assert.Equal("all", Template.Scalar(denials[0].Node, "Condition", "ForAnyValue:StringEquals", "ec2:Add/group"));
        Assert.Equal("true", Template.Scalar(denials[2].Node, "Condition", "Null", "ec2:LaunchTemplate"));
    }

    [Theory]
    [InlineData("StopInstances", "SourcesMayBeStopped", "AllowSourceStop")]
    [InlineData("TerminateInstances", "SourcesMayBeTerminated", "AllowSourceTerminate")]
    public void A_source_can_be_stopped_or_terminated_only_where_the_deployment_allows_it(string action, string condition, string parameter)
    {
        var text = Template.Deployed.Text.ReplaceLineEndings("\n");
        // What a run's own LaunchInstances made is another matter.
        var granted = Statement.All.Count(statement => statement.Actions.Contains($"ec2:{action}") && statement.Owner is not ("TerminateInstancesFunction" or "LaunchInstancesFunction" or "RollbackFunction"));
        var conditional = System.Text.RegularExpressions.Regex.Count(
            text, $@"- !If\n +- {condition}\n +- Sid: \w+\n +Effect: Allow\n +Action: ec2:{action}\n", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1));

        Assert.InRange(granted, 1, 2);
        Assert.Equal(granted, conditional);
        Assert.Contains($"{condition}: !Equals [!Ref {parameter}, 'true']", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Template_names_no_partition() => Assert.DoesNotContain("arn:aws:", Template.Deployed.Text, StringComparison.Ordinal);

    private static IEnumerable<Statement> Of(string owner) => Statement.All.Where(statement => statement.Owner == owner);

    private static bool IsOfExecutions(Statement statement) => statement.Actions[0].StartsWith("states:", StringComparison.Ordinal);

    private static IEnumerable<string> Allowed(IEnumerable<string> owners) =>
        Statement.All.Where(statement => statement.Effect == "Allow" && owners.Contains(statement.Owner)).SelectMany(statement => statement.Actions);

    private static bool IsEveryResource(Statement statement) => statement.Node["Resource"] is YamlScalarNode { Value: "*" };
}
