using Amicast.Simulator.Documents;

namespace Amicast.Simulator.Account;

/// <summary>Reads a launch template of an account document.</summary>
internal static class TemplateReader
{
    internal static LaunchTemplateDocument Read(DocumentObject template, RegionNames names)
    {
        var id = template.OwnId("launchTemplateId", "lt", names.Ids);
        var name = template.RequiredText("name").Once(template, "name", names.Templates);
        var numbers = new VersionNumbers();
        var versions = template.Objects("versions", version => TemplateVersionReader.Read(version, numbers));
        if (versions.Count == 0)
        {
            template.Report("versions", "MissingProperty", "The template has no version.", "List at least one.");
        }

        return new(id, name, ReadDefault(template, numbers), versions, template.TextByName("tags"))
        {
            CreatedAt = template.Moment("createdAt"),
            NextVersionNumber = template.Whole("nextVersionNumber", numbers.Last + 1, int.MaxValue),
        };
    }

    private static int ReadDefault(DocumentObject template, VersionNumbers numbers)
    {
        var number = template.Whole("defaultVersion", 1, Math.Max(1, numbers.Last)) ?? 1;
        if (numbers.Last > 0 && !numbers.Has(number) && !template.HasProblemAt("defaultVersion"))
        {
            template.Report("defaultVersion", "InvalidValue", $"The template has no version {number}.", "Name one of its versions.");
        }

        return number;
    }
}
