using Amazon.EC2.Model;

namespace Amicast.Plans.Concerns;

/// <summary>An image of another account: to launch it, its launch permission is enough; to copy it, its snapshots are needed too; to share it, one must own it.</summary>
internal sealed class ImageOwnership(PlanScope scope, SourceConcern source) : PlanConcern
{
    internal override async Task LookFurtherAsync(CancellationToken cancellation)
    {
        if (source.Facts?.Image is not { } image)
        {
            return;
        }

        var ec2 = scope.Aws.Ec2(scope.Request.Source.Region);
        List<string> shown = [.. image.BlockDeviceMappings?.Select(device => device.Ebs?.SnapshotId).OfType<string>() ?? []];
        var own = ec2.DescribeImagesAsync(
            new DescribeImagesRequest { Owners = ["self"], Filters = [new Filter("image-id", [image.ImageId])], IncludeDisabled = true, IncludeDeprecated = true }, cancellation);
        var visible = shown.Count == 0 ? Task.FromResult(new DescribeSnapshotsResponse())
            : ec2.DescribeSnapshotsAsync(new DescribeSnapshotsRequest { Filters = [new Filter("snapshot-id", shown)] }, cancellation);
        await Task.WhenAll(own, visible);
        if ((await own).Images is not { Count: > 0 })
        {
            Check(image, [.. shown.Except((await visible).Snapshots?.Select(s => s.SnapshotId) ?? [])]);
        }
    }

    private void Check(Image image, IReadOnlyList<string> unseen)
    {
        var path = $"{scope.Request.Source.Path}.imageId";
        var owner = image.ImageOwnerAlias ?? image.OwnerId;
        if (scope.Regions.Any(region => !region.IsSource))
        {
            if (image.ProductCodes is { Count: > 0 } codes)
            {
                scope.Findings.Refuse(path, "ProductCode", $"{image.ImageId} is {owner}'s and carries the product code '{codes[0].ProductCodeId}': EC2 does not copy it",
                    "launch an instance of it, and start from that instance");
            }
            else if (unseen.Count > 0)
            {
                scope.Findings.Refuse(path, "SnapshotsNotShared", $"{image.ImageId} is {owner}'s, and its snapshots are not shared with this account: {string.Join(", ", unseen)}",
                    "have the owner share the snapshots too: without them the image can be launched and not copied");
            }
        }

        if (scope.Regions.FirstOrDefault(region => region is { IsSource: true, Wanted.Share: not null }) is { } shared)
        {
            shared.Findings.Refuse(shared.Wanted.Share!.Path, "NotYourImage", $"{image.ImageId} in {shared.Name} is {owner}'s: only its owner gives permissions on it",
                "give the source Region \"share\": null, or leave it out of the destinations: copies are this account's own");
        }
    }
}
