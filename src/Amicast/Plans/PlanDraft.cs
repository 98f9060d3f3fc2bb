using Amicast.Plans.Concerns;
using Amicast.Requests;

namespace Amicast.Plans;

/// <summary>Puts a plan together: what the request says by itself, completed by what the concerns resolved.</summary>
internal static class PlanDraft
{
    internal static Plan Make(PlanScope scope, IReadOnlyList<PlanConcern> concerns)
    {
        var destinations = scope.Regions.Select(region => concerns.Aggregate(Begin(region), (planned, concern) => concern.Complete(planned, region))).ToList();
        return concerns.Aggregate(Begin(scope, destinations), (plan, concern) => concern.Complete(plan));
    }

    private static Plan Begin(PlanScope scope, List<PlannedDestination> destinations)
    {
        var request = scope.Request;
        return new Plan(
            Plan.CurrentSchema,
            scope.Run,
            scope.StartedAt,
            scope.ExecutionStartedAt.AddMinutes(request.TimeoutMinutes),
            request.TolerateFailedRegions,
            new PlannedSource(request.Source.Region, request.Source.InstanceId, request.Source.ImageId),
            Image: null,
            ToPlan(request.Destinations.Select(d => d.Share).FirstOrDefault(s => s is not null && !IsOwn(s.Path))),
            ToPlan(request.Destinations.Select(d => d.Launch).FirstOrDefault(l => l is not null && !IsOwn(l.Path))),
            destinations,
            RollsBack: request.RollsBack ? true : null);
    }

    private static PlannedDestination Begin(PlanRegion region)
    {
        var (share, launch) = (region.Wanted.Share, region.Wanted.Launch);
        return new PlannedDestination(
            region.Name,
            Image: null,
            share is not null,
            IsOwn(share?.Path) ? ToPlan(share) : null,
            launch is not null,
            IsOwn(launch?.Path) ? ToPlan(launch) : null,
            Template: null,
            TerminatesInstances: launch is { Keep: false } ? true : null);
    }

    private static bool IsOwn(string? path) => path?.StartsWith("$.destinations", StringComparison.Ordinal) == true;

    internal static PlannedShare? ToPlan(RequestShare? share) => share is null ? null : new PlannedShare(
        share.Visibility ?? (share.Mode == ShareMode.Exact ? Visibility.Private : null),
        share.Accounts,
        share.Snapshots,
        share.Organizations.Count == 0 ? null : share.Organizations,
        share.OrganizationalUnits.Count == 0 ? null : share.OrganizationalUnits,
        share.Mode == ShareMode.Add ? null : share.Mode);

    internal static PlannedLaunch? ToPlan(RequestLaunch? launch) => launch is null ? null : new PlannedLaunch(
        launch.Count,
        launch.Overrides,
        launch.Verify,
        launch.VerifyWithinMinutes == RequestLaunch.UsualVerification ? null : launch.VerifyWithinMinutes,
        ToPlan(launch.Fleet));

    private static PlannedFleet? ToPlan(RequestFleet? fleet) => fleet is null
        ? null
        : new PlannedFleet(fleet.InstanceTypes, fleet.SubnetIds, fleet.AvailabilityZones, fleet.AllocationStrategy, fleet.MinCount);
}
