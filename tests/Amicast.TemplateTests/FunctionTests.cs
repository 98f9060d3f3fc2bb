using System.Globalization;

namespace Amicast.TemplateTests;

public sealed class FunctionTests
{
    private static readonly Template Template = Template.Deployed;

    [Fact]
    public void Template_has_one_function_for_every_handler_and_names_it_after_the_handler() =>
        Assert.Equal(
            Handlers.OfTheProgram().Select(handler => (Name: $"{handler}Function", Handler: handler)).Order(),
            Template.Functions.Select(f => (Name: f.Key, Handler: Template.Scalar(f.Value, "Properties", "Handler"))).Order());

    [Fact]
    public void Every_function_is_the_prebuilt_program_and_is_not_built_again()
    {
        Assert.Equal(
            ("provided.al2023", "artifacts/functions/"),
            (Template.Scalar(Template.Globals, "Runtime"), Template.Scalar(Template.Globals, "CodeUri")));
        Assert.All(Template.Functions.Values, function =>
        {
            Assert.Equal("true", Template.Scalar(function, "Metadata", "SkipBuild"));
            Assert.DoesNotContain("CodeUri", Template.Map(function, "Properties").Children.Keys.Select(Template.Value));
        });
    }

    [Fact]
    public void Functions_get_exactly_the_settings_that_a_deployment_reads_and_the_number_of_their_version()
    {
        var read = new List<string>();
        Deployment.FromEnvironment(name =>
        {
            read.Add(name);
            return null;
        });

        Assert.Equal(
            read.Append("AMICAST_SETTINGS_VERSION").Order(StringComparer.Ordinal),
            Template.Map(Template.Globals, "Environment", "Variables").Children.Keys.Select(Template.Value).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Nothing_is_public_and_nothing_is_limited_unless_a_parameter_says_so()
    {
        var names = new[] { "AllowPublicImages", "AllowSourceStop", "AllowSourceTerminate", "AllowedRegions", "AllowedAccounts", "InstanceProfileRoles" };

        Assert.Equal(["false", "false", "false", "", "", ""], names.Select(name => Template.Scalar(Template.Parameters, name, "Default")));
    }

    [Fact]
    public void Quotas_are_EC2s_own_unless_a_parameter_says_otherwise() => Assert.Equal(
        (Deployment.Default.PublicImageQuota, Deployment.Default.SharingQuota),
        (int.Parse(Template.Scalar(Template.Parameters, "PublicImageQuota", "Default"), CultureInfo.InvariantCulture),
            int.Parse(Template.Scalar(Template.Parameters, "SharingQuota", "Default"), CultureInfo.InvariantCulture)));

    [Fact]
    public void Functions_log_as_JSON_into_a_group_that_forgets()
    {
        Assert.Equal(
            ("JSON", "!Ref FunctionLogs"),
            (Template.Scalar(Template.Globals, "LoggingConfig", "LogFormat"), Template.ShortForm(Template.Globals["LoggingConfig"]["LogGroup"])));
        Assert.All(
            Template.ResourcesOf("AWS::Logs::LogGroup").Values,
            group => Assert.Equal("!Ref LogRetentionDays", Template.ShortForm(group["Properties"]["RetentionInDays"])));
    }

    [Fact]
    public void Functions_take_less_time_than_Lambda_allows()
    {
        var seconds = int.Parse(Template.Scalar(Template.Globals, "Timeout"), CultureInfo.InvariantCulture);

        Assert.InRange(seconds, 1, 900);
        Assert.All(Template.Functions.Where(one => one.Key != "HttpApiFunction").Select(one => one.Value), function => Assert.DoesNotContain("Timeout", Template.Map(function, "Properties").Children.Keys.Select(Template.Value)));
    }
}
