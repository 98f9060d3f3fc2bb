using Amazon.EC2.Model;
using Amicast.Requests;

namespace Amicast.Plans.Concerns;

/// <summary>The launch templates that are to be ensured and published: whether they are there, which version is the base, which is the default before.</summary>
/// <remarks>
/// The base version is <c>baseVersion</c>, or what the launch says that names the same template, or <c>$Latest</c>. A template that is not there is made
/// by the run, if the request describes it.
/// </remarks>
internal sealed class LaunchTemplates(PlanScope scope, DescribedTemplates described) : PlanConcern
{
    private Dictionary<string, LaunchTemplateLook> _looks = [];

    /// <summary>The version that a Region launches from by its <c>launchTemplate</c> block, from round 2 on.</summary>
    internal LaunchTemplateVersion? LaunchedIn(PlanRegion region) => Launches(region) ? _looks.GetValueOrDefault(region.Name)?.Base : null;

    /// <summary>The id of the template that is there in a Region, from round 2 on.</summary>
    internal string? FoundIn(PlanRegion region) => _looks.GetValueOrDefault(region.Name)?.Base?.LaunchTemplateId;

    /// <summary>What the template will say that has to be made in a Region, from round 3 on.</summary>
    internal InstanceDescription? MadeIn(PlanRegion region) =>
        region.Wanted.LaunchTemplate is { } template && _looks.GetValueOrDefault(region.Name) is { IsMissing: true } ? described.Of(template) : null;

    /// <summary>Whether a Region launches from the template of its <c>launchTemplate</c> block: no other is named, or the same.</summary>
    internal static bool Launches(PlanRegion region) => region.Wanted is { LaunchTemplate: { } template, Launch: { IsDescribed: false } launch }
        && (launch.Template is null || template.IsNamedBy(launch.Template));

    internal override async Task LookAsync(CancellationToken cancellation)
    {
        CheckVerification();
        _looks = await scope.EachRegionAsync(async region =>
        {
            if (region.Wanted.LaunchTemplate is not { } template)
            {
                return null;
            }

            var look = new LaunchTemplateLook(region, template);
            await look.FindAsync(cancellation);
            return look;
        });
    }

    internal override Task LookFurtherAsync(CancellationToken cancellation) => Task.WhenAll(_looks.Values
        .Where(look => look.IsMissing && look.Wanted is { Create: null, FromInstance: false })
        .Select(look => look.RefuseAsync(cancellation)));

    internal override PlannedDestination Complete(PlannedDestination planned, PlanRegion region) => region.Wanted.LaunchTemplate is not { } wanted ? planned : planned with
    {
        Publication = new PlannedPublication(
            wanted.Publish,
            _looks[region.Name].Base is { } found ? new PlannedTemplate(found.LaunchTemplateId, found.LaunchTemplateName, $"{found.VersionNumber}") : null,
            _looks[region.Name].DefaultVersion,
            IsLaunched: Launches(region) ? true : null,
            Own: IsOwn(wanted) ? ToPlan(wanted) : null),
    };

    internal override Plan Complete(Plan plan) =>
        scope.Request.Destinations.Select(d => d.LaunchTemplate).FirstOrDefault(t => t is not null && !IsOwn(t)) is { } shared ? plan with { LaunchTemplate = ToPlan(shared) } : plan;

    private static bool IsOwn(RequestLaunchTemplate template) => template.Path.StartsWith("$.destinations", StringComparison.Ordinal);

    // The description may have 16 KiB of user data: it stands in the plan only where a template is to be made from it.
    private PlannedLaunchTemplate ToPlan(RequestLaunchTemplate template) => new(
        template.SetDefault,
        template.Name,
        template.Parameter,
        _looks.Values.Any(look => look.IsMissing && look.Wanted == template) ? described.Of(template) : null);

    private void CheckVerification()
    {
        var unverified = scope.Request.Destinations
            .Where(d => d.LaunchTemplate?.Publish == Publish.AfterVerify && d.Launch is null or { Verify: Verification.None })
            .GroupBy(d => d.LaunchTemplate!.Path);
        foreach (var block in unverified)
        {
            scope.Findings.Refuse($"{block.Key}.publish", "NotVerified", $"nothing is launched and verified in {string.Join(", ", block.Select(d => d.Region))}",
                "give a 'launch' that verifies, or publish \"always\" or \"never\"");
        }
    }
}
