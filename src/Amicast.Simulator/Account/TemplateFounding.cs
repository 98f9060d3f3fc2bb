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
            CreatedAt = start,
            Visibility = Visibility.From(start),
            Tags = new(said.Tags),
            Name = said.Name,
            DefaultVersion = said.DefaultVersion,
        };
        foreach (var version in said.Versions)
        {
            template.Add(Settings(version), version.Description, start);
        }

        return template;
    }

    private static LaunchSettings Settings(LaunchTemplateVersionDocument said)
    {
        var tags = new Dictionary<string, IReadOnlyDictionary<string, string>>();
        if (said.Tags.Count > 0)
        {
            tags.Add("instance", said.Tags);
        }

        return new()
        {
            ImageId = said.ImageId,
            InstanceType = said.InstanceType,
            KeyName = said.KeyName,
            SecurityGroupIds = said.SecurityGroupIds,
            SubnetId = said.SubnetId,
            IamInstanceProfileName = said.IamInstanceProfile,
            UserData = said.UserData,
            Tags = tags,
        };
    }
}
