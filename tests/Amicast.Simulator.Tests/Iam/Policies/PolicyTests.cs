using Amicast.Simulator.Documents;
using Amicast.Simulator.Iam;
using Amicast.Simulator.Iam.Policies;

namespace Amicast.Simulator.Tests.Iam.Policies;

public sealed class PolicyTests
{
    private const string Everything = "\"Resource\": \"*\"";
    private static readonly string AllowsAll = PolicyWorld.Statement("\"Action\": \"ec2:*\"", Everything);

    [Fact]
    public void What_no_statement_allows_is_denied_and_a_denial_beats_every_allow()
    {
        var policy = PolicyWorld.Of(AllowsAll, PolicyWorld.Statement("\"Action\": \"ec2:DeleteSnapshot\"", Everything, "Deny"));

        Assert.Equal(
            [AuthorizationDecision.Allowed, AuthorizationDecision.DeniedExplicitly, AuthorizationDecision.DeniedImplicitly],
            new[] { "ec2:DescribeImages", "ec2:DeleteSnapshot", "kms:Decrypt" }.Select(action => policy.Decide(action)));
    }

    [Theory]
    [InlineData("\"Action\": \"ec2:describe*\"", "ec2:DescribeImages", true)]
    [InlineData("\"Action\": \"ec2:Describe*\"", "ec2:CreateImage", false)]
    [InlineData("\"Action\": [\"kms:Decrypt\", \"ec2:CreateImag?\"]", "ec2:CreateImage", true)]
    [InlineData("\"Action\": \"*\"", "kms:Decrypt", true)]
    [InlineData("\"NotAction\": \"ec2:Describe*\"", "ec2:DescribeImages", false)]
    [InlineData("\"NotAction\": [\"ec2:Describe*\", \"iam:*\"]", "kms:Decrypt", true)]
    public void A_statement_is_about_the_actions_that_it_names_without_regard_to_case_or_about_all_others(string actions, string action, bool isAllowed) =>
        Assert.Equal(isAllowed, PolicyWorld.Of(PolicyWorld.Statement(actions, Everything)).Allows(action));

    [Theory]
    [InlineData("\"Resource\": \"arn:aws:ec2:*::image/*\"", "arn:aws:ec2:us-east-1::image/ami-1", true)]
    [InlineData("\"Resource\": \"arn:aws:ec2:*::image/*\"", "arn:aws:ec2:us-east-1::image/*", true)]
    [InlineData("\"Resource\": \"arn:aws:ec2:*::image/*\"", "arn:aws:ec2:us-east-1:123456789012:instance/i-1", false)]
    [InlineData("\"Resource\": \"arn:aws:ec2:us-*-1::image/*\"", "arn:aws:ec2:us-east:x-1::image/ami-1", false)]
    [InlineData("\"Resource\": \"arn:aws:logs:us-east-1:*:*\"", "arn:aws:logs:us-east-1:123456789012:log-group:web:*", true)]
    [InlineData("\"Resource\": \"arn:aws:ssm:*:123456789012:parameter/amicast/*\"", "arn:aws:ssm:us-east-1:123456789012:parameter/amicast/web", true)]
    [InlineData("\"Resource\": \"arn:aws:ssm:*:123456789012:parameter/amicast/*\"", "arn:aws:ssm:us-east-1:123456789012:parameter/other", false)]
    [InlineData("\"Resource\": \"arn:aws:ec2:*::image/ami-?\"", "arn:aws:ec2:us-east-1::image/ami-12", false)]
    [InlineData("\"Resource\": \"arn:aws:ec2:*::IMAGE/*\"", "arn:aws:ec2:us-east-1::image/ami-1", false)]
    [InlineData("\"NotResource\": \"arn:aws:ec2:*::image/*\"", "arn:aws:ec2:us-east-1::image/ami-1", false)]
    [InlineData("\"NotResource\": \"arn:aws:ec2:*::image/*\"", "arn:aws:ec2:us-east-1::snapshot/snap-1", true)]
    [InlineData("\"Resource\": \"arn:aws:ssm:*:*:parameter/${aws:PrincipalTag/team}/*\"", "arn:aws:ssm:us-east-1:1:parameter/blue/web", true)]
    [InlineData("\"Resource\": \"arn:aws:ssm:*:*:parameter/${aws:PrincipalTag/none}/*\"", "arn:aws:ssm:us-east-1:1:parameter//web", false)]
    [InlineData("\"Resource\": \"arn:aws:ssm:*:*:parameter/${aws:PrincipalTag/none, 'green'}/*\"", "arn:aws:ssm:us-east-1:1:parameter/green/web", true)]
    [InlineData("\"Resource\": \"arn:aws:ssm:*:*:parameter/${*}\"", "arn:aws:ssm:us-east-1:1:parameter/web", false)]
    [InlineData("\"Resource\": \"arn:aws:ssm:*:*:parameter/${*}\"", "arn:aws:ssm:us-east-1:1:parameter/*", true)]
    public void A_statement_is_about_the_resources_that_it_names_or_about_all_others(string resources, string resource, bool isAllowed) =>
        Assert.Equal(isAllowed, PolicyWorld.Of(PolicyWorld.Statement("\"Action\": \"*\"", resources)).Allows(resource: resource));

    [Fact]
    public void A_variable_stands_for_its_value_as_it_is_and_without_one_nothing_matches()
    {
        var policy = PolicyWorld.Under("""{ "StringLike": { "aws:RequestTag/team": "${aws:ResourceTag/team}" } }""");

        Assert.True(policy.Allows(context: [("aws:RequestTag/team", ["a*"]), ("aws:ResourceTag/team", ["a*"])]));
        Assert.False(policy.Allows(context: [("aws:RequestTag/team", ["ab"]), ("aws:ResourceTag/team", ["a*"])]));
        Assert.False(policy.Allows(context: [("aws:RequestTag/team", ["ab"])]));
        Assert.True(PolicyWorld.Under("""{ "ArnEquals": { "aws:PrincipalArn": "arn:aws:iam::${aws:PrincipalAccount}:role/web" } }""").Allows(context: [("aws:PrincipalAccount", ["123456789012"])]));
    }

    [Fact]
    public void A_policy_that_is_not_carried_out_is_refused_with_every_place()
    {
        var refused = Assert.Throws<InvalidDocumentException>(() => Policy.Parse(
            "policy of web",
            """
            { "Version": "2008-10-17", "Statement": [
              { "Sid": "not one", "Effect": "allow", "Principal": "*", "Action": "Describe", "Resource": "image/*" },
              { "Effect": "Allow", "Action": "ec2:*", "NotAction": "ec2:*", "Resource": ["arn:aws:*:*:*:*", "arn:aws:s3:::${aws:username}"],
                "Condition": { "IpAddress": { "ec2:Ip": "10.0.0.0/8" }, "StringEqual": { "ec2:Region": "x" }, "Bool": { "aws:SecureTransport": "true", "ec2:Public": "yes" },
                               "Null": { "ec2:Public": "maybe" }, "ArnLike": { "ec2:Vpc": "vpc-1" }, "DateEquals": { "ec2:SnapshotTime": "soon" } } } ] }
            """));

        Assert.Equal(
            [
                "$.Version", "$.Statement[0].Principal", "$.Statement[0].Effect", "$.Statement[0].Sid", "$.Statement[0].Action", "$.Statement[0].Resource", "$.Statement[1]",
                "$.Statement[1].Resource[0]", "$.Statement[1].Resource[1]", "$.Statement[1].Condition.IpAddress", "$.Statement[1].Condition.StringEqual",
                "$.Statement[1].Condition.Bool.aws:SecureTransport", "$.Statement[1].Condition.Bool.ec2:Public", "$.Statement[1].Condition.Null.ec2:Public",
                "$.Statement[1].Condition.ArnLike.ec2:Vpc", "$.Statement[1].Condition.DateEquals.ec2:SnapshotTime",
            ],
            refused.Problems.Select(problem => problem.Path));
        Assert.Contains("The condition operator 'IpAddress' is not carried out.", refused.Message, StringComparison.Ordinal);
        Assert.Contains("'Principal' is not carried out in an identity-based policy.", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("{ \"Version\": \"2012-10-17\" }")]
    [InlineData("{ \"Version\": \"2012-10-17\", \"Statement\": [ 1 ] }")]
    [InlineData("{ \"Version\": \"2012-10-17\", \"Statement\": { \"Sid\": \"a\", \"Effect\": \"Allow\", \"Action\": [], \"Resource\": \"*\" } }")]
    [InlineData("{ \"Version\": \"2012-10-17\", \"Statement\": { \"Effect\": \"Allow\", \"Action\": \"*\", \"Resource\": \"*\", \"Condition\": [] } }")]
    [InlineData("not JSON")]
    public void What_is_no_policy_is_refused(string json) => Assert.Throws<InvalidDocumentException>(() => Policy.Parse("policy", json));

    [Fact]
    public void Sids_are_each_there_once() => Assert.Throws<InvalidDocumentException>(() => PolicyWorld.Of(
        """{ "Sid": "Look", "Effect": "Allow", "Action": "*", "Resource": "*" }""", """{ "Sid": "Look", "Effect": "Deny", "Action": "*", "Resource": "*" }"""));

    [Fact]
    public void A_role_calls_by_its_own_access_key_and_every_other_key_is_the_accounts_root()
    {
        IAuthorizer authorizer = new RoleAuthorizer(new Dictionary<string, Role> { ["ASIAWEB"] = new("web", []) });
        var (role, root) = (new Caller("123456789012", "ASIAWEB"), new Caller("123456789012", "AKIAOTHER"));
        var request = new AuthorizationRequest("ec2:DescribeImages", "*", new Dictionary<string, IReadOnlyList<string>>());

        Assert.Equal(("arn:aws:sts::123456789012:assumed-role/web/web", AuthorizationDecision.DeniedImplicitly), (authorizer.ArnOf(role), authorizer.Decide(role, request)));
        Assert.Equal(("arn:aws:iam::123456789012:root", AuthorizationDecision.Allowed), (authorizer.ArnOf(root), authorizer.Decide(root, request)));
    }
}
