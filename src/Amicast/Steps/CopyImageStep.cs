using Amazon.EC2;
using Amazon.EC2.Model;
using Amicast.Aws;
using Amicast.Reports;
using Amicast.Steps.Waiting;

namespace Amicast.Steps;

/// <summary>Copies the first image into the Region; in the source Region, which has it, there is nothing to copy unless it is to be encrypted anew.</summary>
/// <remarks>
/// The call goes to the destination Region. Its client token is a function of run, Region, step and attempt, and its parameters of plan and
/// attempt alone: a call that is repeated before the look can see the copy is, for EC2, the same call.
/// </remarks>
public sealed class CopyImageStep(AwsClients aws, TimeProvider time) : IStep<RegionInput, ImageRecord>
{
    internal const string StepName = "CopyImage";

    /// <inheritdoc/>
    public async Task<ImageRecord> ExecuteAsync(RegionInput input, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(input);
        if (input.Region == input.Source.Region && input.Destination.Image is null)
        {
            return input.Source;
        }

        var ec2 = aws.Ec2(input.Region);
        var (existing, attempt) = await RunImages.LookAsync(ec2, input.Run, StepName, cancellation);
        return existing is not null
            ? RunImages.ToRecord(existing, input.Region, attempt, time.GetUtcNow())
            : await CopyAsync(ec2, input, attempt, cancellation);
    }

    private async Task<ImageRecord> CopyAsync(IAmazonEC2 ec2, RegionInput input, int attempt, CancellationToken cancellation)
    {
        var wanted = input.Destination.Image ?? throw new InvalidOperationException($"The plan has no image for {input.Region}.");
        var keyId = input.Destination.Encryption?.KeyToAskFor;
        var within = input.Destination.CopyWithinMinutes;
        var expected = within is null ? input.Source.ExpectedSeconds : ExpectedTime.OfCopyWithin(within.Value);
        var mark = new RunMark(input.Run, attempt, StepName, input.Origin.Id, input.Origin.Region);
        var answer = await ec2.CopyImageAsync(
            new CopyImageRequest
            {
                ClientToken = ClientToken.For(input.Run, input.Region, StepName, attempt),
                SourceRegion = input.Source.Region,
                SourceImageId = input.Source.ImageId,
                Name = wanted.Name,
                Description = wanted.Description,
                CopyImageTags = false,
                Encrypted = keyId is null ? null : true,
                KmsKeyId = keyId,
                SnapshotCopyCompletionDurationMinutes = within,
                TagSpecifications = RunTags.Specifications(mark, wanted.Tags, ResourceType.Image, ResourceType.Snapshot),
            },
            cancellation);
        return RunImages.Asked(input.Region, answer.ImageId, wanted.Name, attempt, time.GetUtcNow(), expected);
    }
}
