using Amicast.Aws;
using Amicast.Requests;

namespace Amicast.Plans;

/// <summary>What every concern of a plan has to work with.</summary>
/// <param name="Aws">The account.</param>
/// <param name="Deployment">What requests may ask for here.</param>
/// <param name="Request">The request.</param>
/// <param name="Run">The run's id.</param>
/// <param name="StartedAt">When its first execution started.</param>
/// <param name="Purpose">What the plan is made for.</param>
internal sealed record PlanScope(AwsClients Aws, Deployment Deployment, Request Request, string Run, DateTimeOffset StartedAt, PlanPurpose Purpose)
{
    /// <summary>What the run has planned and done in earlier executions; <see langword="null"/> in its first.</summary>
    internal EarlierRun? Earlier { get; init; }

    /// <summary>When this execution started: its deadline is counted from then.</summary>
    internal DateTimeOffset ExecutionStartedAt { get; init; } = StartedAt;

    /// <summary>The destinations whose Regions can be used, in the request's order.</summary>
    internal IReadOnlyList<PlanRegion> Regions { get; private init; } = [];

    /// <summary>Whether the source Region can be looked at.</summary>
    internal bool SourceIsUsable { get; private init; }

    /// <summary>What is found about the source, or about the request as a whole.</summary>
    internal Findings Findings { get; } = new();

    /// <summary>All that was found, a Region's behind the request's.</summary>
    internal IEnumerable<Findings> AllFindings => Regions.Select(region => region.Findings).Prepend(Findings);

    /// <summary>The scope with its Regions looked up. What is wrong with a Region is noted, and there the Region is left out.</summary>
    internal async Task<PlanScope> WithRegionsAsync(CancellationToken cancellation)
    {
        var account = await AccountRegions.LookAsync(Aws, Deployment, cancellation);
        var source = Request.Source;
        var sourceIsUsable = account.Check(source.Region, $"{source.Path}.region", Findings);
        var usable = Request.Destinations.Where(d => d.Path == source.Path ? sourceIsUsable : account.Check(d.Region, $"{d.Path}.region", Findings));
        return this with
        {
            SourceIsUsable = sourceIsUsable,
            Regions = [.. usable.Select(d => new PlanRegion(d, Aws.Ec2(d.Region), d.Region == source.Region))],
        };
    }

    /// <summary>Looks in every usable Region at once, and gathers what the looks return by Region; <see langword="null"/> is left out.</summary>
    internal async Task<Dictionary<string, T>> EachRegionAsync<T>(Func<PlanRegion, Task<T?>> look)
        where T : class
    {
        var found = await Task.WhenAll(Regions.Select(async region => (region.Name, Found: await look(region))));
        return found.Where(one => one.Found is not null).ToDictionary(one => one.Name, one => one.Found!);
    }
}
