using Amazon.EC2;
using Amazon.EC2.Model;
using Amicast.Aws;

namespace Amicast.Steps;

/// <summary>Looks for the instances that a run has launched in a Region.</summary>
internal static class LaunchedInstances
{
    private static readonly string[] DeadStates = ["shutting-down", "terminated"];

    /// <summary>The live and the dead instances of the last attempt, and its number; 0 where none are shown.</summary>
    internal static async Task<(IReadOnlyList<Instance> Live, IReadOnlyList<Instance> Dead, int Attempt)> LookAsync(IAmazonEC2 ec2, string run, string step, CancellationToken cancellation)
    {
        var found = await FindAsync(ec2, RunTags.Find(run, step), cancellation);
        if (found.Count == 0)
        {
            return ([], [], 0);
        }

        var last = found.GroupBy(instance => RunTags.AttemptOf(instance.Tags)).MaxBy(attempt => attempt.Key)!;
        return ([.. last.Where(instance => !IsDead(instance))], [.. last.Where(IsDead)], last.Key);
    }

    internal static async Task<List<Instance>> FindAsync(IAmazonEC2 ec2, List<Filter> filters, CancellationToken cancellation)
    {
        var reservations = ec2.Paginators.DescribeInstances(new DescribeInstancesRequest { Filters = filters }).Reservations;
        return [.. (await reservations.ToListAsync(cancellation)).SelectMany(r => r.Instances ?? []).OrderBy(i => i.InstanceId, StringComparer.Ordinal)];
    }

    internal static bool IsDead(Instance instance) => DeadStates.Contains(instance.State?.Name?.Value);
}
