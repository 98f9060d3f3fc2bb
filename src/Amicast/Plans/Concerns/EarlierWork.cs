using Amazon.EC2.Model;
using Amicast.Aws;

namespace Amicast.Plans.Concerns;

/// <summary>Images that this run has made already: it will go on with them. Of interest to a person only; the steps look for themselves.</summary>
internal sealed class EarlierWork(PlanScope scope) : PlanConcern
{
    private const string Path = "$.run";

    internal override Task LookAsync(CancellationToken cancellation) => scope.Purpose == PlanPurpose.Run
        ? Task.CompletedTask
        : Task.WhenAll(scope.Regions.Select(region =>
            region.Findings.TryAsync(Path, $"whether the run has made an image in {region.Name}", () => LookAsync(region, cancellation))));

    private async Task LookAsync(PlanRegion region, CancellationToken cancellation)
    {
        var answer = await region.Ec2.DescribeImagesAsync(new DescribeImagesRequest { Owners = ["self"], Filters = RunTags.Find(scope.Run) }, cancellation);
        foreach (var image in answer.Images ?? [])
        {
            region.Findings.Warn(Path, "MadeBefore", $"{image.ImageId} ({image.Name}) in {region.Name} is this run's and is {image.State?.Value}: the run goes on from what it has made");
        }
    }
}
