using Amazon.EC2;
using Amazon.EC2.Model;
using Amicast.Aws;
using Amicast.Errors;
using Amicast.Plans;
using Amicast.Reports;
using Amicast.Steps.Waiting;

namespace Amicast.Steps;

/// <summary>Launches the Region's instances with the Region's image: from the template's base version, from a description alone, or as an instant fleet.</summary>
/// <remarks>
/// Its client token is a function of run, Region, step and attempt.
/// <list type="table">
/// <item><term>verified already, in the record</term><description>done: nothing is launched again, also where the instances have been terminated since</description></item>
/// <item><term>verified already, in an earlier execution's record</term><description>the same</description></item>
/// <item><term>live instances of the last attempt, as many as are needed</term><description>go on with them</description></item>
/// <item><term>too few, launched just now</term><description>the same call with the same token: EC2 answers it with all that it launched, also those that it does not show yet</description></item>
/// <item><term>too few, because others have died</term><description>where the plan has found the attempt so, those that live are terminated, and the next attempt launches all; else InstanceFailed, or FleetIncomplete</description></item>
/// <item><term>all of them dead</term><description>the next attempt; but where they are not to be kept, and the plan has not found them so, InstanceFailed: this execution terminated them</description></item>
/// <item><term>a fleet with fewer instances than <c>minCount</c></term><description>FleetIncomplete, or AccessDenied where every pool is refused for it, with the errors of its pools; what it launched stays, or is terminated by <c>keep: false</c></description></item>
/// </list>
/// </remarks>
public sealed class LaunchInstancesStep(AwsClients aws, TimeProvider time) : IStep<RegionInput, LaunchRecord>
{
    internal const string StepName = "LaunchInstances";

    // EC2 keeps client tokens for longer than that.
    internal static readonly TimeSpan BecomesVisibleWithin = TimeSpan.FromMinutes(10);

    /// <inheritdoc/>
    public async Task<LaunchRecord> ExecuteAsync(RegionInput input, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(input);
        if (input.Record.Launch is { Verified: true } done)
        {
            return done;
        }

        if (input.Destination.EarlierLaunch?.Launch is { Verified: true } before)
        {
            return before with { WaitSeconds = 0 };
        }

        var ec2 = aws.Ec2(input.Region);
        var seen = await LaunchedInstances.LookAsync(ec2, input.Run, StepName, cancellation);
        if (seen.Attempt > 0 && !AreAll(input, [.. seen.Live, .. seen.Dead]))
        {
            return await LaunchAsync(ec2, input, seen.Attempt, cancellation);
        }

        if (seen.Live.Count >= Needed(input))
        {
            return ToRecord(input, seen.Attempt, seen.Live);
        }

        if (seen.Attempt > (input.Destination.EarlierLaunch?.Failed ?? 0) && (seen.Live.Count > 0 || input.Destination.TerminatesInstances == true))
        {
            // This may be a second delivery of the step, behind the one whose instances failed or were terminated: a new attempt would be nobody's.
            throw TooFew(input, seen.Live, seen.Dead);
        }

        var next = Math.Max(seen.Attempt + 1, NextAttempt(input, [.. seen.Live, .. seen.Dead]));
        await TerminateAsync(ec2, seen.Live, cancellation);
        return await LaunchAsync(ec2, input, next, cancellation);
    }

    // Never more instances than were asked for: those that are left of an attempt that failed go first.
    private static async Task TerminateAsync(IAmazonEC2 ec2, IReadOnlyList<Instance> left, CancellationToken cancellation)
    {
        if (left.Count > 0)
        {
            await ec2.TerminateInstancesAsync(new TerminateInstancesRequest { InstanceIds = [.. left.Select(i => i.InstanceId)] }, cancellation);
        }
    }

    private Task<LaunchRecord> LaunchAsync(IAmazonEC2 ec2, RegionInput input, int attempt, CancellationToken cancellation) => input.LaunchHere.Fleet is { } fleet
        ? CreateFleetAsync(ec2, input, fleet, attempt, cancellation)
        : RunAsync(ec2, input, attempt, cancellation);

    private static int Needed(RegionInput input) => input.LaunchHere.Fleet?.MinCount ?? input.LaunchHere.Count;

    // Dead instances are shown for an hour only, an empty fleet leaves none: the earlier executions' records tell of both.
    private int NextAttempt(RegionInput input, IReadOnlyList<Instance> seen)
    {
        if (input.Destination.EarlierLaunch is not { } earlier)
        {
            return 1;
        }

        if (earlier.Launch is { } launch && time.GetUtcNow() - launch.LaunchedAt < BecomesVisibleWithin
            && launch.Instances.FirstOrDefault(i => seen.All(other => other.InstanceId != i.InstanceId)) is { } unseen)
        {
            throw new NotVisibleYetException($"{unseen.InstanceId}, which an earlier execution launched in {input.Region}, is not visible yet.");
        }

        return earlier.Spent + 1;
    }

    private bool AreAll(RegionInput input, List<Instance> instances) =>
        instances.Count >= input.LaunchHere.Count || instances.TrueForAll(i => time.GetUtcNow().UtcDateTime - i.LaunchTime > BecomesVisibleWithin);

    private static AmicastException TooFew(RegionInput input, IReadOnlyList<Instance> live, IReadOnlyList<Instance> dead) => (dead, input.LaunchHere.Fleet) switch
    {
        ([var one, ..], _) => new InstanceFailedException($"{one.InstanceId} is {one.State?.Name?.Value}: {one.StateReason?.Message ?? "EC2 gives no reason"}."),
        (_, { } fleet) => Incomplete(live.Count, input.LaunchHere.Count, fleet, []),
        _ => new InstanceFailedException($"Of {input.LaunchHere.Count} instances {live.Count} are left, and EC2 does not tell what became of the others."),
    };

    private async Task<LaunchRecord> RunAsync(IAmazonEC2 ec2, RegionInput input, int attempt, CancellationToken cancellation)
    {
        if (input.TemplateHere is null && input.LaunchHere.Overrides.InstanceType is null)
        {
            throw new InvalidOperationException($"The plan has neither a launch template nor an instance type for {input.Region}.");
        }

        var answer = await ec2.RunInstancesAsync(LaunchRequests.Run(input, attempt), cancellation);
        return ToRecord(input, attempt, answer.Reservation?.Instances ?? []);
    }

    private async Task<LaunchRecord> CreateFleetAsync(IAmazonEC2 ec2, RegionInput input, PlannedFleet fleet, int attempt, CancellationToken cancellation)
    {
        var answer = await ec2.CreateFleetAsync(LaunchRequests.Fleet(input, fleet, attempt), cancellation);
        var records = (answer.Instances ?? []).SelectMany(i => i.InstanceIds ?? []).Select(id => new InstanceRecord(id, "pending", null)).ToList();
        var errors = (answer.Errors ?? []).Select(Shown).Distinct().ToList();
        if (records.Count < fleet.MinCount)
        {
            throw Incomplete(records.Count, input.LaunchHere.Count, fleet, answer.Errors ?? []);
        }

        return new LaunchRecord(attempt, records, Verified: false, time.GetUtcNow(), WaitSeconds: 0, errors.Count == 0 ? null : errors);
    }

    private LaunchRecord ToRecord(RegionInput input, int attempt, IReadOnlyList<Instance> instances)
    {
        var launch = input.LaunchHere;
        if (launch.Fleet is { } fleet && instances.Count < fleet.MinCount)
        {
            throw Incomplete(instances.Count, launch.Count, fleet, []);
        }

        var records = instances.Select(i => new InstanceRecord(i.InstanceId, i.State?.Name?.Value ?? "pending", null)).ToList();
        return new LaunchRecord(attempt, records, Verified: false, time.GetUtcNow(), StatusWait.Next(TimeSpan.Zero, input.LaunchHere.Verify));
    }

    /// <summary>EC2 answers that a fleet may not launch among the errors of its pools: where nothing else is wrong, no other instance type and zone would help.</summary>
    internal static AmicastException Incomplete(int launched, int count, PlannedFleet fleet, IReadOnlyList<CreateFleetError> errors)
    {
        var shown = errors.Select(Shown).Distinct().ToList();
        var message = $"The fleet launched {launched} of {count} instances, and {fleet.MinCount} are needed" + (shown.Count == 0 ? "." : $": {string.Join("; ", shown)}");
        return errors.Count > 0 && errors.All(error => error.ErrorCode == "UnauthorizedOperation") ? new AccessDeniedException(message) : new FleetIncompleteException(message);
    }

    private static string Shown(CreateFleetError error)
    {
        var pool = error.LaunchTemplateAndOverrides?.Overrides;
        var place = pool?.SubnetId ?? pool?.AvailabilityZone;
        return $"{pool?.InstanceType?.Value}{(place is null ? "" : $" in {place}")}: {error.ErrorCode}: {error.ErrorMessage}";
    }
}
