using Amicast.Simulator.Ec2.Regions;
using Amicast.Simulator.Ec2.Resources;
using Amicast.Simulator.Ec2.Templates;

namespace Amicast.Simulator.Account;

/// <summary>Makes the launch templates of a Region.</summary>
internal sealed class TemplateFounding(string accountId, Region region, DateTimeOffset start)
{
    internal void Found(IReadOnlyList<LaunchTemplateDocument> templates)
    {
        foreach (var said in templates)
        {
            region.Templates.Add(Template(said));
        }
    }

    private LaunchTemplate Template(LaunchTemplateDocument said)
    {
        var template = new LaunchTemplate
        {
            Id = said.LaunchTemplateId,
            OwnerId = accountId,
            CreatedAt = said.CreatedAt ?? start,
            Visibility = Visibility.From(start),
            Tags = new(said.Tags),
            Name = said.Name,
            DefaultVersion = said.DefaultVersion,
        };
        foreach (var version in said.Versions)
        {
            template.NextNumber = version.VersionNumber ?? template.NextNumber;
            template.Add(TemplateSettings.Of(version), version.Description, version.CreatedAt ?? start);
        }

        template.NextNumber = said.NextVersionNumber ?? template.NextNumber;
        return template;
    }
}
