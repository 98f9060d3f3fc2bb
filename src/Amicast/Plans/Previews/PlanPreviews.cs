using System.Text.Json;
using Amicast.Aws;
using Amicast.Requests;

namespace Amicast.Plans.Previews;

/// <summary>Plans without running: the same looks and checks as the state <c>Plan</c>, and what a person wants to know besides. Makes nothing.</summary>
/// <param name="aws">The account.</param>
/// <param name="deployment">What requests may ask for.</param>
public sealed class PlanPreviews(AwsClients aws, Deployment deployment)
{
    private const int Schema = 1;

    /// <summary>Plans a request.</summary>
    /// <param name="request">The request document.</param>
    /// <param name="run">The id that the run would have.</param>
    /// <param name="startedAt">When it would start.</param>
    /// <param name="tryCalls">
    /// Whether the changing calls are tried with EC2's <c>DryRun</c>: it tells something only where the caller is the one who will act.
    /// </param>
    /// <param name="cancellation">Ends the looking.</param>
    /// <exception cref="Errors.AmicastException">The account could not be looked at.</exception>
    public async Task<PlanPreview> MakeAsync(JsonElement request, string run, DateTimeOffset startedAt, bool tryCalls, CancellationToken cancellation)
    {
        var purpose = tryCalls ? PlanPurpose.PreviewAndTry : PlanPurpose.Preview;
        var result = await new Planner(aws, deployment).PlanAsync(request, run, startedAt, purpose, cancellation);
        return result.Plan is { } plan
            ? new PlanPreview(
                Schema, run, result.Problems, result.Warnings, plan.Deadline, plan.TolerateFailedRegions, plan.Source, plan.Image, result.Changes,
                [.. plan.Destinations.Select(destination => ToPreview(plan, destination, result))], result.Estimate)
            : new PlanPreview(Schema, run, result.Problems, result.Warnings, null, null, null, null, [], [], null);
    }

    private static RegionPreview ToPreview(Plan plan, PlannedDestination destination, PlanResult result)
    {
        var action = destination.Image is not null ? ImageAction.Copy : plan.Image is null ? ImageAction.Use : ImageAction.Create;
        var planned = destination with
        {
            Image = action == ImageAction.Create ? plan.Image : destination.Image,
            Share = destination.Shares ? destination.Share ?? plan.Share : null,
            Launch = destination.Launches ? WithoutUserData(destination.Launch ?? plan.Launch) : null,
            Publication = Whole(destination.Publication, plan.LaunchTemplate),
        };
        return new RegionPreview(destination.Region, action, planned, result.RegionChanges.GetValueOrDefault(destination.Region) ?? []);
    }

    private static PlannedPublication? Whole(PlannedPublication? publication, PlannedLaunchTemplate? shared) =>
        publication is null || (publication.Own ?? shared) is not { } template ? publication
        : publication with { Own = template with { Create = WithoutUserData(template.Create) } };

    // They may hold secrets, and a preview is printed.
    private static PlannedLaunch? WithoutUserData(PlannedLaunch? launch) => launch is null ? null : launch with { Overrides = WithoutUserData(launch.Overrides)! };

    private static InstanceDescription? WithoutUserData(InstanceDescription? description) => description is null ? null : description with { UserData = null };
}
