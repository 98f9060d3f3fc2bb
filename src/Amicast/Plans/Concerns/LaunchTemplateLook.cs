using Amazon.EC2.Model;
using Amicast.Aws;
using Amicast.Errors;
using Amicast.Requests;

namespace Amicast.Plans.Concerns;

/// <summary>Looks at one Region's launch template: whether it is there, its base version and its default version.</summary>
internal sealed class LaunchTemplateLook(PlanRegion region, RequestLaunchTemplate wanted)
{
    private const string Latest = "$Latest";
    private const string Default = "$Default";

    internal RequestLaunchTemplate Wanted => wanted;

    /// <summary>The version that is launched from, and that the new one is made from.</summary>
    internal LaunchTemplateVersion? Base { get; private set; }

    internal long? DefaultVersion { get; private set; }

    /// <summary>Whether there is no such template in the Region.</summary>
    internal bool IsMissing { get; private set; }

    internal async Task FindAsync(CancellationToken cancellation)
    {
        var (version, path) = Asked();
        var ask = new DescribeLaunchTemplateVersionsRequest
        {
            LaunchTemplateId = wanted.Id,
            LaunchTemplateName = wanted.Name,
            Versions = version == Default ? [Default] : [version, Default],
        };
        try
        {
            var versions = (await region.Ec2.DescribeLaunchTemplateVersionsAsync(ask, cancellation)).LaunchTemplateVersions ?? [];
            DefaultVersion = versions.Find(v => v.DefaultVersion == true)?.VersionNumber;
            Base = version switch
            {
                Latest => versions.MaxBy(v => v.VersionNumber),
                Default => versions.Find(v => v.DefaultVersion == true),
                _ => versions.Find(v => $"{v.VersionNumber}" == version),
            };
        }
        catch (AmicastException error) when (StoredParameter.IsAnswer(error, "InvalidLaunchTemplateId.VersionNotFound"))
        {
            region.Findings.Refuse(path, "UnknownTemplateVersion", $"launch template '{wanted.Naming.Named}' in {region.Name} has no version '{version}'",
                "use a version that it has, \"$Latest\" or \"$Default\"");
        }
        catch (AmicastException error) when (
            StoredParameter.IsAnswer(error, "InvalidLaunchTemplateName.NotFoundException") || StoredParameter.IsAnswer(error, "InvalidLaunchTemplateId.NotFound"))
        {
            IsMissing = true;
            RefuseVersion(version, path);
        }
    }

    /// <summary>Refuses a template that is not there and that nothing is said of; the nearest name is suggested.</summary>
    internal async Task RefuseAsync(CancellationToken cancellation)
    {
        var (member, named) = wanted.Naming;
        var path = $"{wanted.Path}.{member}";
        var otherwise = wanted.Id is null ? "describe it in 'create', or take it from the source with \"fromInstance\": true" : "name one of the Region's";
        region.Findings.Refuse(path, "UnknownLaunchTemplate", $"there is no launch template '{named}' in {region.Name}",
            await TemplateNames.RemedyAsync(region, path, named, wanted.Id is not null, otherwise, cancellation));
    }

    // A template that is made has one version only.
    private void RefuseVersion(string version, string path)
    {
        if (wanted is not { Create: null, FromInstance: false } && version is not (Latest or Default or "1"))
        {
            region.Findings.Refuse(path, "UnknownTemplateVersion", $"launch template '{wanted.Naming.Named}' has to be made in {region.Name}, and has no version '{version}' then",
                "use \"$Latest\" or \"$Default\"");
        }
    }

    private (string Version, string Path) Asked()
    {
        var own = $"{wanted.Path}.baseVersion";
        if (region.Wanted.Launch?.Template is not { } launched || !wanted.IsNamedBy(launched))
        {
            return (wanted.BaseVersion ?? Latest, own);
        }

        if (wanted.BaseVersion is { } said && launched.Version is not Latest && said != launched.Version)
        {
            region.Findings.Refuse(own, "Conflict", $"the base is version '{said}', and version '{launched.Version}' of the same template is launched",
                "say it once: what is published is made from what was launched");
        }

        return wanted.BaseVersion is { } version ? (version, own) : (launched.Version, $"{launched.Path}.version");
    }
}
