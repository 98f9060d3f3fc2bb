using Amazon.EC2.Model;
using Amicast.Requests;

namespace Amicast.Plans.Concerns;

/// <summary>Whether an image can be made public where that is asked for: nothing blocks it, the quota has room, and no product code forbids it.</summary>
/// <remarks>An image that is public already stays so: neither the block (which is of new sharing) nor the quota is in its way.</remarks>
internal sealed class PublicAccess(PlanScope scope, SourceConcern source) : PlanConcern
{
    private const string Unblocked = "unblocked";

    internal override async Task LookFurtherAsync(CancellationToken cancellation)
    {
        CheckProductCodes();
        await Task.WhenAll(scope.Regions.Where(BecomesPublic).SelectMany(region => new[]
        {
            region.Findings.TryAsync(PathOf(region), $"block public access of images in {region.Name}", () => CheckImageBlockAsync(region, cancellation)),
            region.Findings.TryAsync(PathOf(region), $"the quota of public images in {region.Name}", () => CheckQuotaAsync(region, cancellation)),
            !region.Wanted.Share!.Snapshots ? Task.CompletedTask : region.Findings.TryAsync(
                SnapshotsOf(region), $"block public access of snapshots in {region.Name}", () => CheckSnapshotBlockAsync(region, cancellation)),
        }));
    }

    private static string PathOf(PlanRegion region) => $"{region.Wanted.Share!.Path}.visibility";

    private static string SnapshotsOf(PlanRegion region) => $"{region.Wanted.Share!.Path}.snapshots";

    private bool BecomesPublic(PlanRegion region) =>
        region.Wanted.Share?.Visibility == Visibility.Public && !(region.IsSource && source.Facts?.Image?.Public == true);

    // EC2: "If an AMI has a product code, you can't make it public" (User Guide, make your AMI publicly available).
    private void CheckProductCodes()
    {
        var codes = source.Facts?.Instance?.ProductCodes ?? source.Facts?.Image?.ProductCodes ?? [];
        foreach (var region in scope.Regions.Where(region => codes.Count > 0 && BecomesPublic(region)))
        {
            region.Findings.Refuse(PathOf(region), "HasProductCodes", $"the source has the product code {string.Join(", ", codes.Select(code => code.ProductCodeId))}, and EC2 makes no such image public",
                "share with accounts, or start from a source without product codes");
        }
    }

    private static async Task CheckImageBlockAsync(PlanRegion region, CancellationToken cancellation)
    {
        var answer = await region.Ec2.GetImageBlockPublicAccessStateAsync(new GetImageBlockPublicAccessStateRequest(), cancellation);
        if (answer.ImageBlockPublicAccessState is { } state && state != Unblocked)
        {
            region.Findings.Refuse(PathOf(region), "PublicAccessBlocked", $"block public access is on for images in {region.Name}",
                "disable block public access there, or share with accounts");
        }
    }

    private static async Task CheckSnapshotBlockAsync(PlanRegion region, CancellationToken cancellation)
    {
        var answer = await region.Ec2.GetSnapshotBlockPublicAccessStateAsync(new GetSnapshotBlockPublicAccessStateRequest(), cancellation);
        if (answer.State?.Value is { } state && state != Unblocked)
        {
            region.Findings.Refuse(SnapshotsOf(region), "PublicAccessBlocked", $"block public access is on for snapshots in {region.Name}",
                "disable it there, or write \"snapshots\": false: launching the image does not need them");
        }
    }

    private async Task CheckQuotaAsync(PlanRegion region, CancellationToken cancellation)
    {
        var ask = new DescribeImagesRequest { Owners = ["self"], Filters = [new Filter("is-public", ["true"])], IncludeDeprecated = true };
        var images = await region.Ec2.Paginators.DescribeImages(ask).Images.ToListAsync(cancellation);
        var others = images.Count(image => image.Tags?.Exists(t => t.Key == Aws.RunTags.Run && t.Value == scope.Run) != true);
        if (others >= scope.Deployment.PublicImageQuota)
        {
            region.Findings.Refuse(PathOf(region), "PublicImageQuota", $"{region.Name} has {others} public images of a quota of {scope.Deployment.PublicImageQuota}",
                "deregister public images there that are not used, or have the quota raised and the deployment told of it");
        }
    }
}
