using Amazon.EC2;
using Amazon.EC2.Model;
using Amicast.Aws;
using Amicast.Plans;
using Amicast.Reports;

namespace Amicast.Steps;

/// <summary>What the state <c>RemoveFirstImage</c> gets.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Regions">Every Region's record.</param>
/// <param name="Execution">The execution's name, for the log.</param>
public sealed record RemoveFirstImageInput(Plan Plan, IReadOnlyList<RegionRecord> Regions, string? Execution = null);

/// <summary>Removes the first image and its snapshots, once the copy that is encrypted anew has taken its place in the source Region.</summary>
/// <remarks>
/// Looks first, and removes only what carries the tags of this run's CreateImage: an image that was there before is never touched. While any Region
/// lacks its copy nothing is removed, since a resumed run would copy from the first image again; the report lists it then. Deregistering takes the
/// snapshots along; what a killed call left of them is looked for by tag.
/// </remarks>
public sealed class RemoveFirstImageStep(AwsClients aws) : IStep<RemoveFirstImageInput, RemovedImages>
{
    private const string Available = "available";

    /// <inheritdoc/>
    public async Task<RemovedImages> ExecuteAsync(RemoveFirstImageInput input, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(input);
        var (plan, ec2) = (input.Plan, aws.Ec2(input.Plan.Source.Region));
        if (!input.Regions.All(region => region.Image?.State == Available) || !await IsReplacedAsync(ec2, plan, input.Regions, cancellation))
        {
            return new RemovedImages([], []);
        }

        var filters = RunTags.Find(plan.Run, CreateImageStep.StepName);
        var images = await ec2.Paginators.DescribeImages(new DescribeImagesRequest { Owners = ["self"], Filters = filters, IncludeDisabled = true, IncludeDeprecated = true })
            .Images.ToListAsync(cancellation);
        var snapshots = await ec2.Paginators.DescribeSnapshots(new DescribeSnapshotsRequest { OwnerIds = ["self"], Filters = filters }).Snapshots.ToListAsync(cancellation);
        foreach (var image in images)
        {
            await Removal.IfThereAsync(() => ec2.DeregisterImageAsync(new DeregisterImageRequest { ImageId = image.ImageId, DeleteAssociatedSnapshots = true }, cancellation));
        }

        var deleted = images.SelectMany(RunImages.SnapshotsOf).ToHashSet();
        foreach (var left in snapshots.Where(snapshot => !deleted.Contains(snapshot.SnapshotId)))
        {
            await Removal.IfThereAsync(() => ec2.DeleteSnapshotAsync(new DeleteSnapshotRequest { SnapshotId = left.SnapshotId }, cancellation));
        }

        return new RemovedImages([.. images.Select(image => image.ImageId)], [.. snapshots.Select(snapshot => snapshot.SnapshotId).Union(deleted)]);
    }

    private static async Task<bool> IsReplacedAsync(IAmazonEC2 ec2, Plan plan, IReadOnlyList<RegionRecord> regions, CancellationToken cancellation)
    {
        if (regions.FirstOrDefault(region => region.Region == plan.Source.Region)?.Image is not { } successor)
        {
            return false;
        }

        var ask = new DescribeImagesRequest { Owners = ["self"], Filters = RunTags.Find(plan.Run, CopyImageStep.StepName) };
        var copies = await ec2.Paginators.DescribeImages(ask).Images.ToListAsync(cancellation);
        return copies.Exists(image => image.ImageId == successor.ImageId && image.State?.Value == Available);
    }
}
