using Amazon.EC2;
using Amazon.EC2.Model;
using Amicast.Aws;
using Amicast.Errors;
using Amicast.Reports;
using Amicast.Requests;
using Amicast.Steps.Waiting;

namespace Amicast.Steps;

/// <summary>Looks once at the instances of a Region, and says whether they are what <c>verify</c> asks for, and when to look again.</summary>
/// <remarks>
/// An instance that is shutting down, terminated or stopped has failed, also by a Spot interruption. Checks that are not passed within
/// <c>verifyWithinMinutes</c> of the launch, twenty unless said, will not be: status checks take two to five.
/// </remarks>
public sealed class CheckInstancesStep(AwsClients aws, TimeProvider time) : IStep<RegionInput, LaunchRecord>
{
    private static readonly string[] ComingUp = ["pending", "running"];

    /// <inheritdoc/>
    public async Task<LaunchRecord> ExecuteAsync(RegionInput input, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(input);
        var launch = input.Record.Launch ?? throw new InvalidOperationException($"{input.Region} has no instances yet.");
        var seen = await LookAsync(aws.Ec2(input.Region), launch, cancellation);
        if (input.LaunchHere.Verify == Verification.None)
        {
            return launch with { Instances = seen, Verified = true, WaitSeconds = 0 };
        }

        if (seen.All(instance => IsVerified(instance, input.LaunchHere.Verify)))
        {
            return launch with { Instances = seen, Verified = true, WaitSeconds = 0 };
        }

        CheckTime(input, launch, seen);
        return launch with { Instances = seen, WaitSeconds = StatusWait.Next(time.GetUtcNow() - launch.LaunchedAt, input.LaunchHere.Verify) };
    }

    private static async Task<List<InstanceRecord>> LookAsync(IAmazonEC2 ec2, LaunchRecord launch, CancellationToken cancellation)
    {
        List<string> ids = [.. launch.Instances.Select(i => i.InstanceId)];
        var described = await ec2.DescribeInstancesAsync(new DescribeInstancesRequest { InstanceIds = ids }, cancellation);
        var instances = described.Reservations?.SelectMany(r => r.Instances ?? []).ToDictionary(i => i.InstanceId) ?? [];
        foreach (var dead in instances.Values.Where(i => !ComingUp.Contains(i.State?.Name?.Value)))
        {
            throw new InstanceFailedException($"{dead.InstanceId} is {dead.State?.Name?.Value}: {dead.StateReason?.Message ?? "EC2 gives no reason"}.");
        }

        var checks = await ec2.DescribeInstanceStatusAsync(new DescribeInstanceStatusRequest { InstanceIds = ids, IncludeAllInstances = true }, cancellation);
        var status = checks.InstanceStatuses?.ToDictionary(s => s.InstanceId, Worse) ?? [];
        return [.. ids.Select(id => new InstanceRecord(
            id,
            instances.GetValueOrDefault(id)?.State?.Name?.Value ?? throw new NotVisibleYetException($"{id} is not visible yet."),
            status.GetValueOrDefault(id)))];
    }

    private static bool IsVerified(InstanceRecord instance, Verification verify) =>
        instance.State == "running" && (verify == Verification.Running || instance.Status == "ok");

    private static string Worse(InstanceStatus checks)
    {
        var (system, instance) = (checks.SystemStatus?.Status?.Value ?? "initializing", checks.Status?.Status?.Value ?? "initializing");
        return system == "ok" ? instance : system;
    }

    private void CheckTime(RegionInput input, LaunchRecord launch, List<InstanceRecord> seen)
    {
        var now = time.GetUtcNow();
        var behind = string.Join(", ", seen.Where(i => !IsVerified(i, input.LaunchHere.Verify)).Select(i => $"{i.InstanceId} is {i.State}, status {i.Status ?? "unknown"}"));
        var within = input.LaunchHere.VerifyWithinMinutes ?? RequestLaunch.UsualVerification;
        if (now - launch.LaunchedAt > TimeSpan.FromMinutes(within))
        {
            throw new VerificationFailedException($"{within} minutes after the launch: {behind}.");
        }

        if (now >= input.Deadline)
        {
            throw new DeadlinePassedException($"The run's deadline, {input.Deadline:u}, has passed: {behind}. Raise timeoutMinutes.");
        }
    }
}
