using System.Globalization;
using Amazon.EC2;
using Amazon.EC2.Model;
using Amicast.Aws;
using Amicast.Plans;
using Amicast.Reports;
using Amicast.Steps.Waiting;

namespace Amicast.Steps;

/// <summary>Looks for the images that a run has made in a Region, and tells which attempt is due.</summary>
internal static class RunImages
{
    private static readonly string[] LostStates = ["failed", "error", "invalid", "deregistered"];

    /// <summary>The image to go on with, if there is one, and the attempt that made it or that is to make it.</summary>
    /// <remarks>An attempt is the highest tagged one, and one more where that attempt's image was lost.</remarks>
    internal static async Task<(Image? Existing, int Attempt)> LookAsync(IAmazonEC2 ec2, string run, string step, CancellationToken cancellation)
    {
        var ask = new DescribeImagesRequest { Owners = ["self"], Filters = RunTags.Find(run, step), IncludeDeprecated = true };
        var images = await ec2.Paginators.DescribeImages(ask).Images.ToListAsync(cancellation);
        if (images.Count == 0)
        {
            return (null, 1);
        }

        var last = images.GroupBy(image => RunTags.AttemptOf(image.Tags)).MaxBy(attempt => attempt.Key)!;
        var live = last.Where(image => !IsLost(image)).OrderBy(image => image.ImageId, StringComparer.Ordinal).FirstOrDefault();
        return live is null ? (null, last.Key + 1) : (live, last.Key);
    }

    /// <summary>As <see cref="LookAsync"/>, for the first image; once it is removed, the encrypted copy that has taken its place: nothing is made, or stopped, for it again.</summary>
    internal static async Task<(Image? Existing, int Attempt)> LookForFirstAsync(IAmazonEC2 ec2, Plan plan, CancellationToken cancellation)
    {
        var (existing, attempt) = await LookAsync(ec2, plan.Run, CreateImageStep.StepName, cancellation);
        existing ??= plan.ReplacesFirstImage == true ? (await LookAsync(ec2, plan.Run, CopyImageStep.StepName, cancellation)).Existing : null;
        return (existing, attempt);
    }

    /// <summary>Removes the lost images of the attempts before one whose image is available, and their snapshots: nothing goes on with them.</summary>
    internal static async Task RemovePredecessorsAsync(IAmazonEC2 ec2, Image successor, CancellationToken cancellation)
    {
        var (run, step) = (RunTags.ValueOf(RunTags.Run, successor.Tags), RunTags.ValueOf(RunTags.Step, successor.Tags));
        if (run is null || step is null || RunTags.AttemptOf(successor.Tags) == 1)
        {
            return;
        }

        var ask = new DescribeImagesRequest { Owners = ["self"], Filters = RunTags.Find(run, step), IncludeDeprecated = true };
        var images = await ec2.Paginators.DescribeImages(ask).Images.ToListAsync(cancellation);
        foreach (var lost in images.Where(image => IsLost(image) && RunTags.AttemptOf(image.Tags) < RunTags.AttemptOf(successor.Tags)))
        {
            await Removal.IfThereAsync(() => ec2.DeregisterImageAsync(new DeregisterImageRequest { ImageId = lost.ImageId, DeleteAssociatedSnapshots = true }, cancellation));
        }
    }

    internal static bool IsLost(Image image) => LostStates.Contains(image.State?.Value);

    /// <summary>The record of an image that was found.</summary>
    internal static ImageRecord ToRecord(Image image, string region, int attempt, DateTimeOffset now)
    {
        var made = DateTimeOffset.TryParse(image.CreationDate, null, DateTimeStyles.AssumeUniversal, out var creation) ? creation : now;
        // One of a later attempt goes by CheckImage also when it is available: that is where the images before it are removed.
        var state = attempt > 1 && image.State?.Value == "available" ? "pending" : image.State?.Value ?? "pending";
        return new ImageRecord(region, image.ImageId, image.Name, state, attempt, SnapshotsOf(image), null, made, made, 0, 0)
        {
            ExpectedSeconds = ExpectedTime.Of(image),
        };
    }

    /// <summary>The record of an image that was just asked for.</summary>
    internal static ImageRecord Asked(string region, string imageId, string name, int attempt, DateTimeOffset now, int? expectedSeconds = null) =>
        new(region, imageId, name, "pending", attempt, [], null, now, now, 0, ProgressWait.First(expectedSeconds)) { ExpectedSeconds = expectedSeconds };

    internal static List<string> SnapshotsOf(Image image) =>
        [.. image.BlockDeviceMappings?.Select(mapping => mapping.Ebs?.SnapshotId).OfType<string>().Where(id => id.Length > 0) ?? []];
}
