using Amazon.EC2;
using Amazon.EC2.Model;
using Amicast.Aws;
using Amicast.Errors;
using Amicast.Reports;
using Amicast.Steps.Waiting;

namespace Amicast.Steps;

/// <summary>What the state <c>CheckImage</c> gets.</summary>
/// <param name="Deadline">When the run gives up waiting.</param>
/// <param name="Image">The image as it was last seen.</param>
/// <param name="Run">The run, for the log.</param>
/// <param name="Execution">The execution's name, for the log.</param>
public sealed record CheckImageInput(DateTimeOffset Deadline, ImageRecord Image, string? Run = null, string? Execution = null);

/// <summary>Looks at an image once, and says how far it is and when to look again. The waiting itself is the state machine's.</summary>
/// <remarks>
/// <list type="table">
/// <item><term>available</term><description>done; images of earlier attempts that were lost are removed now, with their snapshots</description></item>
/// <item><term>pending, transient</term><description>look again: the wait follows the snapshots' progress</description></item>
/// <item><term>failed, error, invalid</term><description>ImageFailed, with EC2's reason</description></item>
/// <item><term>deregistered, disabled; not found ten minutes after it was asked for</term><description>ImageGone</description></item>
/// <item><term>not found before that</term><description>NotVisibleYet: the state machine tries again</description></item>
/// </list>
/// </remarks>
public sealed class CheckImageStep(AwsClients aws, TimeProvider time) : IStep<CheckImageInput, ImageRecord>
{
    private static readonly TimeSpan BecomesVisibleWithin = TimeSpan.FromMinutes(10);

    /// <inheritdoc/>
    public async Task<ImageRecord> ExecuteAsync(CheckImageInput input, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(input);
        var ec2 = aws.Ec2(input.Image.Region);
        var image = await FindAsync(ec2, input.Image, cancellation);
        var seen = input.Image with
        {
            State = image.State?.Value ?? "pending",
            Looks = input.Image.Looks + 1,
            ExpectedSeconds = input.Image.ExpectedSeconds ?? ExpectedTime.Of(image),
        };
        switch (seen.State)
        {
            case "available":
                await RunImages.RemovePredecessorsAsync(ec2, image, cancellation);
                return seen with { Snapshots = RunImages.SnapshotsOf(image), Progress = 100, WaitSeconds = 0, Pace = null };
            case "pending" or "transient":
                return await StillPendingAsync(ec2, input, seen, image, cancellation);
            case "deregistered" or "disabled":
                throw new ImageGoneException($"{seen.ImageId} in {seen.Region} is {seen.State}.");
            default:
                throw new ImageFailedException($"{seen.ImageId} in {seen.Region} is {seen.State}: {image.StateReason?.Message ?? "EC2 gives no reason"}.");
        }
    }

    private async Task<Image> FindAsync(IAmazonEC2 ec2, ImageRecord record, CancellationToken cancellation)
    {
        try
        {
            var answer = await ec2.DescribeImagesAsync(new DescribeImagesRequest { ImageIds = [record.ImageId], IncludeDisabled = true }, cancellation);
            return answer.Images?.FirstOrDefault() ?? throw new NotVisibleYetException($"{record.ImageId} is not visible in {record.Region} yet.");
        }
        catch (NotVisibleYetException) when (time.GetUtcNow() - record.AskedAt > BecomesVisibleWithin)
        {
            throw new ImageGoneException($"{record.ImageId} is not in {record.Region}, {BecomesVisibleWithin.TotalMinutes} minutes after it was asked for.");
        }
    }

    private async Task<ImageRecord> StillPendingAsync(IAmazonEC2 ec2, CheckImageInput input, ImageRecord seen, Image image, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        if (now >= input.Deadline)
        {
            throw new DeadlinePassedException($"{seen.ImageId} in {seen.Region} is still pending at the run's deadline, {input.Deadline:u}. Raise timeoutMinutes.");
        }

        var snapshots = RunImages.SnapshotsOf(image);
        var progress = await SnapshotProgress.LookAsync(ec2, snapshots, cancellation);
        var after = ProgressWait.After(seen with { Snapshots = snapshots }, progress, now);
        var untilDeadline = (int)Math.Ceiling((input.Deadline - now).TotalSeconds);
        return after with { WaitSeconds = Math.Min(after.WaitSeconds, Math.Max(1, untilDeadline)) };
    }
}
