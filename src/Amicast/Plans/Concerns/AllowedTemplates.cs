using Amazon.EC2.Model;
using Amicast.Aws;
using Amicast.Requests;

namespace Amicast.Plans.Concerns;

/// <summary>Whether this deployment allows the launch templates that would get a version to be changed: it names them, or a run has made them.</summary>
internal sealed class AllowedTemplates(PlanScope scope, LaunchTemplates templates) : PlanConcern
{
    private IReadOnlyList<string> Allowed => scope.Deployment.LaunchTemplates;

    internal override Task LookFurtherAsync(CancellationToken cancellation) => Allowed.Count == 0 ? Task.CompletedTask : Task.WhenAll(scope.Regions
        .Where(region => region.Wanted.LaunchTemplate is { Publish: not Publish.Never })
        .Select(region => (Region: region, Id: templates.FoundIn(region)))
        .Where(found => found.Id is not null && !Allowed.Any(arn => IsOf(arn, found.Region.Name, found.Id)))
        .Select(found => CheckAsync(found.Region, found.Id!, cancellation)));

    private static bool IsOf(string arn, string region, string id) =>
        arn.Split(':') is [_, _, _, var where, ..] && where == region && arn.EndsWith($":launch-template/{id}", StringComparison.Ordinal);

    private static async Task CheckAsync(PlanRegion region, string id, CancellationToken cancellation)
    {
        var answer = await region.Ec2.DescribeLaunchTemplatesAsync(new DescribeLaunchTemplatesRequest { LaunchTemplateIds = [id] }, cancellation);
        if (answer.LaunchTemplates?.Exists(template => template.Tags?.Exists(tag => tag.Key == RunTags.Run) == true) != true)
        {
            var (path, (member, _)) = (region.Wanted.LaunchTemplate!.Path, region.Wanted.LaunchTemplate.Naming);
            region.Findings.Refuse($"{path}.{member}", "LaunchTemplateNotAllowed", $"this deployment does not allow {id} in {region.Name} to be changed",
                "take another template, or have the deployment allow this one");
        }
    }
}
