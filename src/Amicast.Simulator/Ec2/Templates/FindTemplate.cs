using Amicast.Simulator.Ec2.Wire;

namespace Amicast.Simulator.Ec2.Templates;

/// <summary>The launch template that a request or structure names by <c>LaunchTemplateId</c> or <c>LaunchTemplateName</c>.</summary>
internal static class FindTemplate
{
    /// <exception cref="Ec2Exception">
    /// InvalidLaunchTemplateId.Malformed, InvalidLaunchTemplateId.NotFound, InvalidLaunchTemplateName.NotFoundException,
    /// InvalidParameterCombination (both given), MissingParameter (neither).
    /// </exception>
    internal static LaunchTemplate Template(this Call call, Parameters parameters)
    {
        var (id, name) = (parameters.Text("LaunchTemplateId"), parameters.Text("LaunchTemplateName"));
        return (id, name) switch
        {
            (not null, not null) => throw RequestErrors.InvalidCombination("Either the launch template's ID or its name must be given, not both."),
            (null, null) => throw RequestErrors.MissingParameter($"{parameters.FullName("LaunchTemplateId")} or LaunchTemplateName"),
            (not null, _) => call.TemplateById(id),
            _ => call.TemplateByName(name!),
        };
    }

    internal static LaunchTemplate TemplateById(this Call call, string id)
    {
        TemplateErrors.CheckId(id);
        return call.Region.Templates.TryFind(id, call.Now, out var template) ? template : throw TemplateErrors.NotFound([id]);
    }

    internal static LaunchTemplate TemplateByName(this Call call, string name) =>
        call.Region.Templates.Named(call.AccountId, name, call.Now).FirstOrDefault(template => call.Now >= template.Visibility.Listed) ?? throw TemplateErrors.NameNotFound(name);

    /// <exception cref="Ec2Exception">InvalidLaunchTemplateId.VersionNotFound.</exception>
    internal static TemplateVersion Version(this LaunchTemplate template, string version) =>
        template.Find(version) ?? throw TemplateErrors.VersionNotFound(template, version);
}
