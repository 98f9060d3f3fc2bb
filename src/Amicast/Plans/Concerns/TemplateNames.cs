using Amazon.EC2.Model;

namespace Amicast.Plans.Concerns;

/// <summary>Which launch templates a Region has: asked only where one that is named is not among them.</summary>
internal static class TemplateNames
{
    private const int Most = 200;

    /// <summary><paramref name="otherwise"/>, behind the nearest name or id that the Region has, if one is near.</summary>
    /// <param name="region">The Region.</param>
    /// <param name="path">Where the template is named.</param>
    /// <param name="named">The name or the id.</param>
    /// <param name="isId">Whether it is the id.</param>
    /// <param name="otherwise">What to do where nothing is near.</param>
    /// <param name="cancellation">Ends the looking.</param>
    internal static async Task<string> RemedyAsync(PlanRegion region, string path, string named, bool isId, string otherwise, CancellationToken cancellation)
    {
        var names = new List<string>();
        await region.Findings.TryAsync(path, $"which launch templates {region.Name} has", async () =>
        {
            var answer = await region.Ec2.DescribeLaunchTemplatesAsync(new DescribeLaunchTemplatesRequest { MaxResults = Most }, cancellation);
            names.AddRange((answer.LaunchTemplates ?? []).Select(t => isId ? t.LaunchTemplateId : t.LaunchTemplateName));
        });
        return Requests.Nearest.To(named, names) is { } near ? $"did you mean '{near}'? Else {otherwise}" : otherwise;
    }
}
