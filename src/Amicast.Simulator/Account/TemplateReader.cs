using Amicast.Simulator.Documents;

namespace Amicast.Simulator.Account;

/// <summary>Reads a launch template of an account document.</summary>
internal static class TemplateReader
{
    /// <param name="seen">The ids that the Region has already.</param>
    /// <param name="names">The names of templates that the Region has already.</param>
    internal static LaunchTemplateDocument Read(DocumentObject template, HashSet<string> seen, HashSet<string> names)
    {
        var id = InstanceReader.ReadId(template, "launchTemplateId", "lt", seen) ?? "";
        var name = template.RequiredText("name").Once(template, "name", names);
        var versions = template.Objects("versions", ReadVersion);
        if (versions.Count == 0)
        {
            template.Report("versions", "MissingProperty", "The template has no version.", "List at least one.");
        }

        var defaultVersion = template.Whole("defaultVersion", 1, Math.Max(1, versions.Count));
        return new(id, name, defaultVersion ?? 1, versions, template.TextByName("tags"));
    }

    private static LaunchTemplateVersionDocument ReadVersion(DocumentObject version) => new(
        version.Text("description"),
        InstanceReader.ReadId(version, "imageId", "ami", seen: null, isRequired: false),
        version.Text("instanceType", Ec2.Instances.InstanceTypes.IsWellFormed, "an instance type such as m7i.large"),
        version.Text("keyName"),
        version.Texts("securityGroupIds"),
        InstanceReader.ReadId(version, "subnetId", "subnet", seen: null, isRequired: false),
        version.Text("iamInstanceProfile"),
        version.Text("userData"),
        version.TextByName("tags"));
}
