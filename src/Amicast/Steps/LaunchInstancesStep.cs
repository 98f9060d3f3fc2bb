using Amazon.EC2;
using Amazon.EC2.Model;
using Amicast.Aws;
using Amicast.Reports;
using Amicast.Steps.Waiting;

namespace Amicast.Steps;

/// <summary>Launches the Region's instances from the template's base version, with the Region's image in place of the template's.</summary>
/// <remarks>
/// All or none: the call asks for exactly the count. Its client token is a function of run, Region, step and attempt. Live instances of the
/// attempt are gone on with; only when all of them are dead is the next attempt due.
/// </remarks>
public sealed class LaunchInstancesStep(AwsClients aws, TimeProvider time) : IStep<RegionInput, LaunchRecord>
{
    internal const string StepName = "LaunchInstances";

    /// <inheritdoc/>
    public async Task<LaunchRecord> ExecuteAsync(RegionInput input, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(input);
        var ec2 = aws.Ec2(input.Region);
        var (live, attempt) = await LaunchedInstances.LookAsync(ec2, input.Run, StepName, cancellation);
        var instances = live.Count > 0 ? live : await LaunchAsync(ec2, input, attempt, cancellation);
        var records = instances.Select(i => new InstanceRecord(i.InstanceId, i.State?.Name?.Value ?? "pending", null)).ToList();
        return new LaunchRecord(attempt, records, Verified: false, time.GetUtcNow(), StatusWait.Next(TimeSpan.Zero, input.LaunchHere.Verify));
    }

    private static async Task<IReadOnlyList<Instance>> LaunchAsync(IAmazonEC2 ec2, RegionInput input, int attempt, CancellationToken cancellation)
    {
        var answer = await ec2.RunInstancesAsync(ToRequest(input, attempt), cancellation);
        return answer.Reservation?.Instances ?? [];
    }

    private static RunInstancesRequest ToRequest(RegionInput input, int attempt)
    {
        var launch = input.LaunchHere;
        var template = input.Destination.Template ?? throw new InvalidOperationException($"The plan has no launch template for {input.Region}.");
        var mark = new RunMark(input.Run, attempt, StepName, input.Origin.Id, input.Origin.Region);
        var request = new RunInstancesRequest
        {
            ClientToken = ClientToken.For(input.Run, input.Region, StepName, attempt),
            LaunchTemplate = new LaunchTemplateSpecification { LaunchTemplateId = template.Id, Version = template.Version },
            ImageId = input.Image.ImageId,
            MinCount = launch.Count,
            MaxCount = launch.Count,
            TagSpecifications = RunTags.Specifications(mark, launch.Overrides.Tags ?? new Dictionary<string, string>(), ResourceType.Instance, ResourceType.Volume),
        };
        request.Describe(launch.Overrides);
        return request;
    }
}
