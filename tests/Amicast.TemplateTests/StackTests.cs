using Amicast.Tests;
using YamlDotNet.RepresentationModel;

namespace Amicast.TemplateTests;

/// <summary>Two stacks in one account, and a stack on either architecture.</summary>
public sealed class StackTests
{
    private static readonly Template Template = Template.Deployed;

    // The properties by which a resource of the types in the template takes a name of its own.
    private static readonly string[] Names =
    [
        "Name", "FunctionName", "LogGroupName", "RoleName", "TopicName", "RuleName", "AlarmName", "DashboardName", "QueueName", "GroupName", "ManagedPolicyName",
        "TableName", "BucketName",
    ];

    [Fact]
    public void Nothing_has_a_name_that_another_stack_in_the_account_would_take()
    {
        var fixedNames = Template.Resources
            // A profile's name is one of its application's, and a metric filter names the log group that it reads.
            .Where(resource => Template.Scalar(resource.Value, "Type") is not ("AWS::AppConfig::ConfigurationProfile" or "AWS::Logs::MetricFilter"))
            .SelectMany(resource => ((YamlMappingNode)resource.Value["Properties"]).Children
                .Where(property => Names.Contains(Template.Value(property.Key)))
                .Select(property => $"{resource.Key}: {Template.ShortForm(property.Value)}"))
            .Where(name => !name.Contains("AWS::StackName", StringComparison.Ordinal));

        Assert.Empty(fixedNames);
    }

    [Fact]
    public void Functions_run_on_the_architecture_that_a_parameter_chooses_and_publishing_names_its_folder_alike()
    {
        var project = Repository.Read("src/Amicast.Functions/Amicast.Functions.csproj");

        Assert.Equal("!Ref Architecture", Template.ShortForm(Template.Globals["Architectures"][0]));
        Assert.Equal(
            ["x86_64", "arm64"],
            ((YamlSequenceNode)Template.Parameters["Architecture"]["AllowedValues"]).Select(Template.Value));
        Assert.Contains("'$(RuntimeIdentifier)' == 'linux-x64'\">x86_64<", project, StringComparison.Ordinal);
        Assert.Contains("'$(RuntimeIdentifier)' == 'linux-arm64'\">arm64<", project, StringComparison.Ordinal);
    }

    [Fact]
    public void Deploying_uploads_to_a_bucket_of_SAMs_own_and_may_make_roles()
    {
        var settings = Repository.Read("samconfig.toml").ReplaceLineEndings("\n");

        Assert.Contains("[default.deploy.parameters]\ncapabilities = \"CAPABILITY_IAM\"\nresolve_s3 = true\n", settings, StringComparison.Ordinal);
        Assert.Contains("stack_name = ", settings, StringComparison.Ordinal);
    }
}
