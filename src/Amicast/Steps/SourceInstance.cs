using Amazon.EC2;
using Amazon.EC2.Model;
using Amicast.Aws;
using Amicast.Errors;
using Amicast.Plans;
using Amicast.Reports;

namespace Amicast.Steps;

/// <summary>The source instance of a run, where the run stops or terminates it. Both are asked for only in a state that is not yet on the way there.</summary>
internal sealed class SourceInstance(AwsClients aws, PlannedSource source, TimeProvider time)
{
    internal const string Stopped = "stopped";
    internal const string Terminated = "terminated";
    private const double ShortestWait = 5;
    private const double LongestWait = 60;
    private const double ShareOfPassed = 0.25;
    private readonly IAmazonEC2 _ec2 = aws.Ec2(source.Region);

    private string Id => source.InstanceId ?? throw new InvalidOperationException("The run starts from an image: there is no source instance.");

    /// <summary>EC2's word for its state; <see cref="Terminated"/> too where it is no longer shown.</summary>
    internal async Task<string> LookAsync(CancellationToken cancellation)
    {
        // By filter: an id that is not there is then an empty answer, not an error that may mean "not yet".
        var answer = await _ec2.DescribeInstancesAsync(new DescribeInstancesRequest { Filters = [new Filter("instance-id", [Id])] }, cancellation);
        return answer.Reservations?.SelectMany(r => r.Instances ?? []).FirstOrDefault()?.State?.Name?.Value ?? Terminated;
    }

    /// <summary>One look, and what follows from it: asks EC2 to stop the instance if it runs.</summary>
    /// <param name="askedAt">When the step first looked.</param>
    /// <param name="deadline">Until when to wait for it.</param>
    /// <param name="cancellation">Ends the step early.</param>
    /// <exception cref="SourceGoneException">The instance is being terminated, or is.</exception>
    internal async Task<SourceRecord> StopAsync(DateTimeOffset askedAt, DateTimeOffset deadline, CancellationToken cancellation)
    {
        var state = await LookAsync(cancellation);
        switch (state)
        {
            case Stopped:
                return Finished(state, askedAt);
            case "running":
                await _ec2.StopInstancesAsync(new StopInstancesRequest { InstanceIds = [Id] }, cancellation);
                return Waiting("stopping", askedAt, deadline);
            case "shutting-down" or Terminated:
                throw new SourceGoneException($"{Id} is {state}: somebody else terminated it.");
            default:
                return Waiting(state, askedAt, deadline);
        }
    }

    /// <summary>One look, and what follows from it: asks EC2 to terminate the instance if nobody has.</summary>
    internal async Task<SourceRecord> TerminateAsync(DateTimeOffset askedAt, DateTimeOffset deadline, CancellationToken cancellation)
    {
        var state = await LookAsync(cancellation);
        switch (state)
        {
            case Terminated:
                return Finished(state, askedAt);
            case "shutting-down":
                return Waiting(state, askedAt, deadline);
            default:
                await _ec2.TerminateInstancesAsync(new TerminateInstancesRequest { InstanceIds = [Id] }, cancellation);
                return Waiting("shutting-down", askedAt, deadline);
        }
    }

    private static SourceRecord Finished(string state, DateTimeOffset askedAt) => new(state, Done: true, askedAt, WaitSeconds: 0);

    private SourceRecord Waiting(string state, DateTimeOffset askedAt, DateTimeOffset deadline)
    {
        var now = time.GetUtcNow();
        return now < deadline
            ? new(state, Done: false, askedAt, (int)Math.Round(Math.Clamp((now - askedAt).TotalSeconds * ShareOfPassed, ShortestWait, LongestWait)))
            : throw new DeadlinePassedException($"{Id} is still {state} at {deadline:u}, until when the run waits for it.");
    }
}
