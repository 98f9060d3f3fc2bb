using System.Collections.Concurrent;
using Amazon.EC2.Model;
using Amazon.Runtime;
using Amicast.Errors;
using Amicast.Requests;

namespace Amicast.Plans.Concerns;

/// <summary>Finds the launch templates that a request names, and turns their versions into numbers, once, before anything is made.</summary>
internal sealed class TemplateVersions(PlanScope scope, LaunchTemplates launchTemplates) : PlanConcern
{
    private readonly ConcurrentBag<PlanRegion> _missing = [];
    private Dictionary<string, LaunchTemplateVersion> _found = [];

    /// <summary>The version that a Region launches from, from round 2 on; <see langword="null"/> where it launches from none.</summary>
    internal LaunchTemplateVersion? In(PlanRegion region) => _found.GetValueOrDefault(region.Name) ?? launchTemplates.LaunchedIn(region);

    internal override async Task LookAsync(CancellationToken cancellation) => _found = await scope.EachRegionAsync(
        region => region.Wanted.Launch?.Template is { } template && !LaunchTemplates.Launches(region) ? ResolveAsync(region, template, cancellation) : Task.FromResult<LaunchTemplateVersion?>(null));

    internal override Task LookFurtherAsync(CancellationToken cancellation) =>
        Task.WhenAll(_missing.Select(region => RefuseAsync(region, region.Wanted.Launch!.Template!, cancellation)));

    internal override PlannedDestination Complete(PlannedDestination planned, PlanRegion region) => In(region) is not { } version ? planned
        : planned with { Template = new PlannedTemplate(version.LaunchTemplateId, version.LaunchTemplateName, $"{version.VersionNumber}") };

    private async Task<LaunchTemplateVersion?> ResolveAsync(PlanRegion region, RequestTemplate template, CancellationToken cancellation)
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

            RefuseVersion(region, template);
        }
        catch (AmicastException rejected) when (CodeOf(rejected).StartsWith("InvalidLaunchTemplate", StringComparison.Ordinal))
        {
            if (CodeOf(rejected).Contains("Version", StringComparison.Ordinal))
            {
                RefuseVersion(region, template);
            }
            else
            {
                _missing.Add(region);
            }
        }

        return null;
    }

    private static string CodeOf(AmicastException rejected) => (rejected.InnerException as AmazonServiceException)?.ErrorCode ?? "";

    private static void RefuseVersion(PlanRegion region, RequestTemplate template) => region.Findings.Refuse($"{template.Path}.version", "UnknownTemplateVersion",
        $"launch template '{template.Id ?? template.Name}' in {region.Name} has no version '{template.Version}'", "use a version that it has, \"$Latest\" or \"$Default\"");

    private static async Task RefuseAsync(PlanRegion region, RequestTemplate template, CancellationToken cancellation)
    {
        var named = template.Id ?? template.Name!;
        var path = $"{template.Path}.{(template.Id is null ? "name" : "id")}";
        const string Otherwise = "create it there, or give the destination its own 'launch' (null: none)";
        region.Findings.Refuse(path, "UnknownLaunchTemplate", $"there is no launch template '{named}' in {region.Name}",
            await TemplateNames.RemedyAsync(region, path, named, template.Id is not null, Otherwise, cancellation));
    }
}
