using Amicast.Simulator.Ec2.Resources;
using Amicast.Simulator.Ec2.Wire;

namespace Amicast.Simulator.Ec2.Templates;

internal static class TemplateErrors
{
    internal static void CheckId(string id) => ResourceIds.Check(id, "lt", "InvalidLaunchTemplateId.Malformed");

    internal static Ec2Exception NotFound(IReadOnlyList<string> ids) => new("InvalidLaunchTemplateId.NotFound", ids.Count == 1
        ? $"The specified launch template, with template ID {ids[0]}, does not exist."
        : $"The specified launch templates, with template IDs {string.Join(", ", ids)}, do not exist.");

    internal static Ec2Exception NameNotFound(string name) =>
        new("InvalidLaunchTemplateName.NotFoundException", $"The specified launch template, with template name {name}, does not exist.");

    internal static Ec2Exception NameTaken() =>
        new("InvalidLaunchTemplateName.AlreadyExistsException", "Launch template name already in use.");

    internal static Ec2Exception VersionNotFound(LaunchTemplate template, string version) =>
        new("InvalidLaunchTemplateId.VersionNotFound", $"Could not find the specified version {version} for the launch template with ID {template.Id}.");
}
