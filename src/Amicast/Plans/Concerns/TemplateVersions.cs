using Amazon.EC2.Model;
using Amazon.Runtime;
using Amicast.Errors;
using Amicast.Requests;

namespace Amicast.Plans.Concerns;

/// <summary>Finds the launch templates that a request names, and turns their versions into numbers, once, before anything is made.</summary>
internal sealed class TemplateVersions(PlanScope scope, LaunchTemplates launchTemplates) : PlanConcern
{
    private Dictionary<string, LaunchTemplateVersion> _found = [];

    /// <summary>The version that a Region launches from, from round 2 on; <see langword="null"/> where it launches from none.</summary>
    internal LaunchTemplateVersion? In(PlanRegion region) => _found.GetValueOrDefault(region.Name) ?? launchTemplates.LaunchedIn(region);

    internal override async Task LookAsync(CancellationToken cancellation) => _found = await scope.EachRegionAsync(
        region => region.Wanted.Launch?.Template is { } template && !LaunchTemplates.Launches(region) ? ResolveAsync(region, template, cancellation) : Task.FromResult<LaunchTemplateVersion?>(null));

    internal override PlannedDestination Complete(PlannedDestination planned, PlanRegion region) => In(region) is not { } version ? planned
        : planned with { Template = new PlannedTemplate(version.LaunchTemplateId, version.LaunchTemplateName, $"{version.VersionNumber}") };

    private static async Task<LaunchTemplateVersion?> ResolveAsync(PlanRegion region, RequestTemplate template, CancellationToken cancellation)
    {
        var ask = new DescribeLaunchTemplateVersionsRequest
        {
            LaunchTemplateId = template.Id,
            LaunchTemplateName = template.Name,
            Versions = [template.Version],
        };
        try
        {
            var answer = await region.Ec2.DescribeLaunchTemplateVersionsAsync(ask, cancellation);
            if (answer.LaunchTemplateVersions?.FirstOrDefault() is { } version)
            {
                return version;
            }

            region.Findings.Refuse([Unknown(region.Name, template, template.Version)]);
        }
        catch (AmicastException rejected) when (CodeOf(rejected).StartsWith("InvalidLaunchTemplate", StringComparison.Ordinal))
        {
            var isVersion = CodeOf(rejected).Contains("Version", StringComparison.Ordinal);
            region.Findings.Refuse([Unknown(region.Name, template, isVersion ? template.Version : null)]);
        }

        return null;
    }

    private static string CodeOf(AmicastException rejected) => (rejected.InnerException as AmazonServiceException)?.ErrorCode ?? "";

    private static Problem Unknown(string region, RequestTemplate template, string? version)
    {
        var (member, named) = template.Id is { } id ? ("id", id) : ("name", template.Name!);
        return version is null
            ? new Problem($"{template.Path}.{member}", "UnknownLaunchTemplate", $"there is no launch template '{named}' in {region}",
                $"create it there, or give the destination its own 'launch' (null: none)")
            : new Problem($"{template.Path}.version", "UnknownTemplateVersion", $"launch template '{named}' in {region} has no version '{version}'",
                "use a version that it has, \"$Latest\" or \"$Default\"");
    }
}
