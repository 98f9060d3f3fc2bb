using Amazon.EC2;
using Amazon.EC2.Model;
using Amicast.Aws;
using Amicast.Errors;
using Amicast.Reports;

namespace Amicast.Steps;

/// <summary>Terminates what LaunchInstances launched in a Region whose request says <c>keep: false</c>, whether it was verified or has failed.</summary>
/// <remarks>
/// Found by the run's tags, and nothing else is touched. Done when EC2 shows all of them shutting down or terminated; until then NotVisibleYet, which
/// the state machine tries again. Instances that the record names and EC2 does not show yet are waited for in the same way.
/// </remarks>
public sealed class TerminateInstancesStep(AwsClients aws, TimeProvider time) : IStep<RegionInput, LaunchRecord>
{
    private static readonly TimeSpan BecomesVisibleWithin = TimeSpan.FromMinutes(10);

    /// <inheritdoc/>
    public async Task<LaunchRecord> ExecuteAsync(RegionInput input, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(input);
        if (input.Record.Launch is { Terminated: true } done)
        {
            return done;
        }

        var ec2 = aws.Ec2(input.Region);
        var live = (await FindAsync(ec2, input, cancellation)).Where(i => !LaunchedInstances.IsDead(i)).Select(i => i.InstanceId).ToList();
        if (live.Count > 0)
        {
            await ec2.TerminateInstancesAsync(new TerminateInstancesRequest { InstanceIds = live }, cancellation);
        }

        var after = await FindAsync(ec2, input, cancellation);
        if (after.Find(i => !LaunchedInstances.IsDead(i)) is { } left)
        {
            throw new NotVisibleYetException($"{left.InstanceId} in {input.Region} is still {left.State?.Name?.Value}.");
        }

        return Terminated(input, after);
    }

    private async Task<List<Instance>> FindAsync(IAmazonEC2 ec2, RegionInput input, CancellationToken cancellation)
    {
        var found = await LaunchedInstances.FindAsync(ec2, RunTags.Find(input.Run, LaunchInstancesStep.StepName), cancellation);
        // What was launched long ago and is shown no more was terminated by an earlier execution.
        var missing = input.Record.Launch is { } launch && time.GetUtcNow() - launch.LaunchedAt < BecomesVisibleWithin
            ? launch.Instances.FirstOrDefault(known => !found.Exists(i => i.InstanceId == known.InstanceId) && known.State != "terminated")
            : null;
        return missing is null ? found : throw new NotVisibleYetException($"{missing.InstanceId} is not visible with its tags in {input.Region} yet.");
    }

    private LaunchRecord Terminated(RegionInput input, List<Instance> instances)
    {
        var recorded = input.Record.Launch ?? new LaunchRecord(RunTags.AttemptOf(instances.LastOrDefault()?.Tags), [], Verified: false, time.GetUtcNow(), WaitSeconds: 0);
        var records = instances.Select(i => new InstanceRecord(i.InstanceId, i.State?.Name?.Value ?? "shutting-down", StatusOf(recorded, i))).ToList();
        return recorded with { Instances = records, WaitSeconds = 0, Terminated = true };
    }

    // What its checks had come to: a dead instance is not checked any more.
    private static string? StatusOf(LaunchRecord recorded, Instance instance) => recorded.Instances.FirstOrDefault(i => i.InstanceId == instance.InstanceId)?.Status;
}
