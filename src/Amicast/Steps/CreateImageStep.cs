using Amazon.EC2;
using Amazon.EC2.Model;
using Amicast.Aws;
using Amicast.Errors;
using Amicast.Plans;
using Amicast.Reports;

namespace Amicast.Steps;

/// <summary>What the state <c>CreateImage</c> gets.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Execution">The execution's name, for the log.</param>
public sealed record CreateImageInput(Plan Plan, string? Execution = null);

/// <summary>Makes the image of the source instance, or finds the image that the run starts from.</summary>
/// <remarks>
/// CreateImage takes no client token: the name is the guard, since EC2 refuses a second image of the same name.
/// <list type="table">
/// <item><term>an image of this run is there</term><description>go on with it; if it was lost, make the next attempt</description></item>
/// <item><term>it is removed, and its encrypted copy has taken its place</term><description>go on with the copy</description></item>
/// <item><term>name refused, ours by tag</term><description>go on with it</description></item>
/// <item><term>name refused, not visible, or too new to tell</term><description>NotVisibleYet: the state machine tries again</description></item>
/// <item><term>name refused, another's</term><description>NameTaken</description></item>
/// </list>
/// </remarks>
public sealed class CreateImageStep(AwsClients aws, TimeProvider time) : IStep<CreateImageInput, ImageRecord>
{
    internal const string StepName = "CreateImage";

    // Clocks of EC2 and of the execution may differ by a little.
    private static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(1);

    /// <inheritdoc/>
    public async Task<ImageRecord> ExecuteAsync(CreateImageInput input, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(input);
        var plan = input.Plan;
        var ec2 = aws.Ec2(plan.Source.Region);
        if (plan.Image is not { } wanted)
        {
            return await FindSourceImageAsync(ec2, plan.Source, cancellation);
        }

        var (existing, attempt) = await RunImages.LookForFirstAsync(ec2, plan, cancellation);
        return existing is not null
            ? RunImages.ToRecord(existing, plan.Source.Region, RunTags.AttemptOf(existing.Tags), time.GetUtcNow())
            : await CreateAsync(ec2, plan, wanted, attempt, cancellation);
    }

    private async Task<ImageRecord> FindSourceImageAsync(IAmazonEC2 ec2, PlannedSource source, CancellationToken cancellation)
    {
        var answer = await ec2.DescribeImagesAsync(new DescribeImagesRequest { ImageIds = [source.Id] }, cancellation);
        var image = answer.Images?.FirstOrDefault() ?? throw new ImageGoneException($"{source.Id} is no longer in {source.Region}.");
        // The run waits for it from now on, however old it is.
        var now = time.GetUtcNow();
        return RunImages.ToRecord(image, source.Region, attempt: 0, now) with { AskedAt = now, MovedAt = now };
    }

    private async Task<ImageRecord> CreateAsync(IAmazonEC2 ec2, Plan plan, PlannedImage wanted, int attempt, CancellationToken cancellation)
    {
        // The lost image of an earlier attempt keeps its name until its successor is there.
        var name = attempt == 1 ? wanted.Name : $"{wanted.Name}-{attempt}";
        var mark = new RunMark(plan.Run, attempt, StepName, plan.Source.Id, plan.Source.Region);
        var request = new CreateImageRequest
        {
            InstanceId = plan.Source.InstanceId,
            Name = name,
            Description = wanted.Description,
            NoReboot = !wanted.Reboot,
            BlockDeviceMappings = wanted.BlockDevices?.Select(ToMapping).ToList(),
            TagSpecifications = RunTags.Specifications(mark, wanted.Tags, ResourceType.Image, ResourceType.Snapshot),
        };
        try
        {
            var answer = await ec2.CreateImageAsync(request, cancellation);
            return RunImages.Asked(plan.Source.Region, answer.ImageId, name, attempt, time.GetUtcNow());
        }
        catch (NameTakenException taken)
        {
            return await AdoptAsync(ec2, plan, name, attempt, taken, cancellation);
        }
    }

    private static BlockDeviceMapping ToMapping(PlannedBlockDevice device) => device.Exclude
        ? new BlockDeviceMapping { DeviceName = device.Device, NoDevice = "" }
        : new BlockDeviceMapping { DeviceName = device.Device, Ebs = new EbsBlockDevice { DeleteOnTermination = device.DeleteOnTermination } };

    private async Task<ImageRecord> AdoptAsync(
        IAmazonEC2 ec2, Plan plan, string name, int attempt, NameTakenException taken, CancellationToken cancellation)
    {
        var ask = new DescribeImagesRequest { Owners = ["self"], Filters = [new Filter("name", [name])], IncludeDisabled = true, IncludeDeprecated = true };
        var answer = await ec2.DescribeImagesAsync(ask, cancellation);
        var holder = answer.Images?.FirstOrDefault()
            ?? throw new NotVisibleYetException($"The image that has the name '{name}' in {plan.Source.Region} is not visible yet.", taken);
        var record = RunImages.ToRecord(holder, plan.Source.Region, attempt, time.GetUtcNow());
        if (holder.Tags?.Exists(tag => tag.Key == RunTags.Run && tag.Value == plan.Run) == true)
        {
            return record;
        }

        // Tags may become visible later than the image: one as new as this run may be its own.
        if (record.AskedAt >= plan.StartedAt - ClockSkew && holder.Tags is not { Count: > 0 })
        {
            throw new NotVisibleYetException($"{holder.ImageId} has the name '{name}' and shows no tags yet.", taken);
        }

        throw new NameTakenException($"'{name}' is the name of {holder.ImageId} in {plan.Source.Region}, which this run did not make.", taken);
    }
}
