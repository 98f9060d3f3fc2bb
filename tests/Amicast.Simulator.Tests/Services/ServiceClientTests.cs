using Amicast.Simulator.Account;
using Amazon.KeyManagementService;
using Amazon.KeyManagementService.Model;
using Amazon.Runtime;
using Amazon.SecurityToken;
using Amazon.SimpleSystemsManagement;
using Amazon.SimpleSystemsManagement.Model;

namespace Amicast.Simulator.Tests.Services;

/// <summary>KMS, SSM and STS through the unmodified AWSSDK clients.</summary>
public sealed class ServiceClientTests
{
    private static readonly BasicAWSCredentials Anybody = new("AKIDEXAMPLE", "secret");

    [Fact]
    public void The_KMS_client_finds_the_AWS_managed_key_by_its_alias()
    {
        var world = new World();
        using var kms = new AmazonKeyManagementServiceClient(Anybody, Of<AmazonKeyManagementServiceConfig>(world));

        var (aliases, key, unknown) = world.Clock.Run(async () => (
            (await kms.ListAliasesAsync(new ListAliasesRequest())).Aliases,
            (await kms.DescribeKeyAsync(new DescribeKeyRequest { KeyId = "alias/aws/ebs" })).KeyMetadata,
            await Assert.ThrowsAsync<NotFoundException>(() => kms.DescribeKeyAsync(new DescribeKeyRequest { KeyId = "arn:aws:kms:eu-west-1:123456789012:key/x" }))));

        var alias = aliases[0];
        Assert.Equal(("alias/aws/ebs", key.KeyId), (alias.AliasName, alias.TargetKeyId));
        Assert.Equal(
            ("123456789012", true, KeyState.Enabled, KeyManagerType.AWS, KeySpec.SYMMETRIC_DEFAULT, KeyUsageType.ENCRYPT_DECRYPT),
            (key.AWSAccountId, key.Enabled, key.KeyState, key.KeyManager, key.KeySpec, key.KeyUsage));
        Assert.Equal("NotFoundException: Invalid arn arn:aws:kms:eu-west-1:123456789012:key/x", $"{unknown.ErrorCode}: {unknown.Message}");
    }

    [Fact]
    public void A_parameter_of_an_image_stands_when_the_image_was_looked_up_and_never_without_one_and_keeps_the_tags_of_its_making()
    {
        var world = new World();
        using var ssm = new AmazonSimpleSystemsManagementClient(Anybody, Of<AmazonSimpleSystemsManagementConfig>(world));
        List<string> Seen() => [.. world.Cloud.Inspect().Regions["us-east-1"].Parameters.Select(p =>
            $"{p.Name} {p.Value} {p.Version} {p.DataType} {string.Join(',', p.Tags.Select(t => $"{t.Key}={t.Value}"))}")];

        world.Clock.Run(async () =>
        {
            var image = (await world.Client().CreateImageAsync(new() { InstanceId = World.InstanceId, Name = "web" })).ImageId;
            await ssm.PutParameterAsync(new() { Name = "/web", Value = image, Type = ParameterType.String, DataType = "aws:ec2:image", Tags = [new() { Key = "Role", Value = "web" }] });
            Assert.Empty(Seen());
            await Assert.ThrowsAsync<ParameterNotFoundException>(() => ssm.GetParameterAsync(new() { Name = "/web" }));

            await Task.Delay(TimeSpan.FromSeconds(2), world.Clock);
            Assert.Equal([$"/web {image} 1 aws:ec2:image Role=web"], Seen());

            await ssm.PutParameterAsync(new() { Name = "/web", Value = "ami-00000000000000000", DataType = "aws:ec2:image", Overwrite = true });
            await Task.Delay(TimeSpan.FromMinutes(1), world.Clock);
            Assert.Equal([$"/web {image} 1 aws:ec2:image Role=web"], Seen());

            var refused = await Assert.ThrowsAsync<AmazonSimpleSystemsManagementException>(() =>
                ssm.PutParameterAsync(new() { Name = "/web", Value = "a", Overwrite = true, Tags = [new() { Key = "Role", Value = "db" }] }));
            Assert.Equal("ValidationException", refused.ErrorCode);
        });
        Assert.Equal(new Dictionary<string, string> { ["Role"] = "web" }, AccountDocument.Parse(world.Cloud.Save().ToJson()).Regions[0].Parameters[0].Tags);
    }

    [Fact]
    public void The_SSM_client_puts_overwrites_reads_pages_and_deletes_a_parameter()
    {
        var world = new World();
        using var ssm = new AmazonSimpleSystemsManagementClient(Anybody, Of<AmazonSimpleSystemsManagementConfig>(world));

        world.Clock.Run(async () =>
        {
            var start = world.Clock.GetUtcNow();
            await ssm.PutParameterAsync(new() { Name = "/amicast/web", Value = "ami-1", Type = ParameterType.String });
            var again = await Assert.ThrowsAsync<ParameterAlreadyExistsException>(() => ssm.PutParameterAsync(new() { Name = "/amicast/web", Value = "ami-2" }));
            Assert.Equal("ParameterAlreadyExists", again.ErrorCode);
            Assert.Equal(2, (await ssm.PutParameterAsync(new() { Name = "/amicast/web", Value = "ami-2", Overwrite = true })).Version);

            var latest = (await ssm.GetParameterAsync(new() { Name = "/amicast/web" })).Parameter;
            Assert.Equal(
                ("/amicast/web", "ami-2", 2L, ParameterType.String, "arn:aws:ssm:us-east-1:123456789012:parameter/amicast/web"),
                (latest.Name, latest.Value, latest.Version, latest.Type, latest.ARN));
            Assert.InRange(latest.LastModifiedDate!.Value.ToUniversalTime(), start.UtcDateTime, world.Clock.GetUtcNow().UtcDateTime);
            Assert.Equal("ami-1", (await ssm.GetParameterAsync(new() { Name = "/amicast/web:1" })).Parameter.Value);

            var history = new List<string>();
            await foreach (var page in ssm.Paginators.GetParameterHistory(new() { Name = "/amicast/web", MaxResults = 1 }).Responses)
            {
                history.AddRange(page.Parameters.Select(version => $"{version.Version} {version.Value}"));
            }

            Assert.Equal(["1 ami-1", "2 ami-2"], history);
            await ssm.DeleteParameterAsync(new() { Name = "/amicast/web" });
            await Assert.ThrowsAsync<ParameterNotFoundException>(() => ssm.GetParameterAsync(new() { Name = "/amicast/web" }));
        });
    }

    [Fact]
    public void The_STS_client_hears_who_it_is_and_what_is_not_there()
    {
        var world = new World();
        using var sts = new AmazonSecurityTokenServiceClient(Anybody, Of<AmazonSecurityTokenServiceConfig>(world));

        var (identity, refused) = world.Clock.Run(async () => (
            await sts.GetCallerIdentityAsync(new()),
            await Assert.ThrowsAsync<AmazonSecurityTokenServiceException>(() => sts.AssumeRoleAsync(new() { RoleArn = "arn:aws:iam::123456789012:role/web", RoleSessionName = "test" }))));

        Assert.Equal(("123456789012", "arn:aws:iam::123456789012:root", "123456789012"), (identity.Account, identity.Arn, identity.UserId));
        Assert.Equal("InvalidAction: The action AssumeRole is not valid for this web service.", $"{refused.ErrorCode}: {refused.Message}");
    }

    private static TConfig Of<TConfig>(World world) where TConfig : ClientConfig, new() => new()
    {
        ServiceURL = "http://aws.local",
        AuthenticationRegion = "us-east-1",
        MaxErrorRetry = 0,
        HttpClientFactory = world.Wire,
    };
}
