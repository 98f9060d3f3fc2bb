using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;

namespace Amicast.TemplateTests;

/// <summary>What makes a deployment publish new versions of the functions, and keep the ones before.</summary>
public sealed partial class VersionTests
{
    private static readonly Template Template = Template.Deployed;

    [Fact]
    public void Functions_publish_a_version_whenever_anything_of_them_changes() => Assert.Equal(
        ("deployed", "true"), (Template.Scalar(Template.Globals, "AutoPublishAlias"), Template.Scalar(Template.Globals, "AutoPublishAliasAllProperties")));

    [Fact]
    public void Functions_and_their_versions_change_with_the_values_of_parameters_and_the_versions_before_are_kept()
    {
        Assert.Equal("!GetAtt Settings.VersionNumber", Template.ShortForm(Template.Globals["Environment"]["Variables"]["AMICAST_SETTINGS_VERSION"]));
        Assert.All(Template.Functions.Values, function =>
        {
            Assert.Equal("!Sub Settings ${Settings.VersionNumber}", Template.ShortForm(function["Properties"]["VersionDescription"]));
            Assert.Equal("Retain", Template.Scalar(function, "UpdateReplacePolicy"));
            // SAM retains versions of itself, unless their function says otherwise.
            Assert.DoesNotContain("DeletionPolicy", Template.Map(function).Children.Keys.Select(Template.Value));
        });
    }

    [Fact]
    public void Settings_have_the_value_of_every_parameter_that_a_function_sees()
    {
        var parameters = Template.Parameters.Children.Keys.Select(Template.Value).ToHashSet(StringComparer.Ordinal);
        var seen = Template.Functions.Values.SelectMany(Configuration).Prepend(Template.Globals)
            .SelectMany(node => node.AllNodes)
            .SelectMany(node => node.Tag == "!If" ? Template.Conditions[Template.Value(node[0])].AllNodes : [node])
            .OfType<YamlScalarNode>()
            .SelectMany(Named)
            .Where(parameters.Contains)
            .Distinct(StringComparer.Ordinal);
        var settings = Template.Scalar(Template.ResourcesOf("AWS::AppConfig::HostedConfigurationVersion").Single().Value, "Properties", "Content");

        Assert.Equal(
            seen.Order(StringComparer.Ordinal),
            settings.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line[..line.IndexOf("=${", StringComparison.Ordinal)]).Order(StringComparer.Ordinal));
        Assert.All(settings.Split('\n', StringSplitOptions.RemoveEmptyEntries), line => Assert.Equal($"{line[..line.IndexOf('=')]}=${{{line[..line.IndexOf('=')]}}}", line));
    }

    // What a role may do is not part of a version.
    private static IEnumerable<YamlNode> Configuration(YamlMappingNode function) =>
        Template.Map(function, "Properties").Children.Where(property => Template.Value(property.Key) is not ("Policies" or "Events")).Select(property => property.Value);

    private static IEnumerable<string> Named(YamlScalarNode scalar) => scalar.Tag.ToString() switch
    {
        "!Ref" => [Template.Value(scalar)],
        "!Sub" => Placeholder().Matches(Template.Value(scalar)).Select(match => match.Groups["name"].Value),
        _ => [],
    };

    [GeneratedRegex(@"\$\{(?<name>[A-Za-z0-9]+)\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Placeholder();
}
