using System.Text.Json;
using Amicast.Aws;
using Amicast.Requests;

namespace Amicast.Plans;

/// <summary>Turns a request into a plan: looks at the account (reads only), resolves what the request leaves to it, and finds what would fail later.</summary>
/// <remarks>Three rounds of parallel calls: the Regions; then the source and the templates; then the image's name.</remarks>
internal sealed class Planner(AwsClients aws, Deployment deployment)
{
    // 256 KiB is Step Functions' limit of state data; the Regions' records stand beside the plan.
    private const int MostBytes = 96 * 1024;

    internal async Task<Plan?> MakeAsync(Request request, string run, DateTimeOffset startedAt, List<Problem> problems, CancellationToken cancellation)
    {
        CheckAllowed(request, problems);
        var regions = await AccountRegions.LookAsync(aws, deployment, cancellation);
        var sourceUsable = regions.Check(request.Source.Region, $"{request.Source.Path}.region", problems);
        var usable = request.Destinations.Where(d => IsUsable(d, request, regions, sourceUsable, problems)).ToList();

        var source = sourceUsable ? SourceFacts.LookAsync(aws, request.Source, problems, cancellation) : Task.FromResult<SourceFacts?>(null);
        var templates = usable.Where(d => d.Launch is not null).ToDictionary(
            d => d.Region, d => TemplateVersions.ResolveAsync(aws, d.Region, d.Launch!.Template, problems, cancellation));
        await Task.WhenAll(templates.Values.Cast<Task>().Append(source));
        if (await source is not { } facts)
        {
            return null;
        }

        var names = new NameTemplate.Values(request.ScheduledTime ?? startedAt, run, request.Source.InstanceId, facts.Tags);
        var image = await PlanFirstImageAsync(request, run, names, problems, cancellation);
        var destinations = usable.Select(d => PlanDestination(d, request, facts, names, templates.GetValueOrDefault(d.Region)?.Result, problems)).ToList();
        var plan = Assemble(request, run, startedAt, image, destinations);
        CheckSize(plan, problems);
        return plan;
    }

    private void CheckAllowed(Request request, List<Problem> problems)
    {
        foreach (var share in request.Destinations.Select(d => d.Share).OfType<RequestShare>().DistinctBy(s => s.Path))
        {
            if (share.Visibility == Visibility.Public && !deployment.AllowPublicImages)
            {
                problems.Add(new Problem($"{share.Path}.visibility", "PublicNotAllowed", "this deployment does not allow public images",
                    "share with accounts, or have the deployment allow public images"));
            }

            foreach (var account in share.Accounts.Where(a => deployment.AllowedAccounts.Count > 0 && !deployment.AllowedAccounts.Contains(a)))
            {
                problems.Add(new Problem($"{share.Path}.accounts", "AccountNotAllowed", $"this deployment does not allow sharing with '{account}'",
                    "take the account out, or have the deployment allow it"));
            }
        }
    }

    private static bool IsUsable(RequestDestination destination, Request request, AccountRegions regions, bool sourceUsable, List<Problem> problems) =>
        destination.Path == request.Source.Path ? sourceUsable : regions.Check(destination.Region, $"{destination.Path}.region", problems);

    private async Task<PlannedImage?> PlanFirstImageAsync(
        Request request, string run, NameTemplate.Values names, List<Problem> problems, CancellationToken cancellation)
    {
        if (request.Source.InstanceId is null)
        {
            return null;
        }

        // The source Region's own entry, if it has one, says how its image is named.
        var wanted = request.Destinations.FirstOrDefault(d => d.Region == request.Source.Region)?.Image ?? request.Image;
        if (wanted.Name is null || NameTemplate.Expand(wanted.Name, names, $"{wanted.Path}.name", problems) is not { } name)
        {
            return null;
        }

        await ImageNames.CheckFreeAsync(aws, request.Source.Region, run, name, $"{wanted.Path}.name", problems, cancellation);
        return new PlannedImage(name, wanted.Description, wanted.Reboot, wanted.Tags);
    }

    private static PlannedDestination PlanDestination(
        RequestDestination destination, Request request, SourceFacts facts, NameTemplate.Values names, PlannedTemplate? template, List<Problem> problems)
    {
        PlannedImage? copy = null;
        if (destination.Region != request.Source.Region && (destination.Image.Name ?? facts.Name) is { } wanted)
        {
            var name = destination.Image.Name is null ? wanted : NameTemplate.Expand(wanted, names, $"{destination.Image.Path}.name", problems);
            copy = name is null ? null : new PlannedImage(name, destination.Image.Description, Reboot: false, destination.Image.Tags);
        }

        var (share, launch) = (destination.Share, destination.Launch);
        return new PlannedDestination(
            destination.Region, copy, share is not null, IsOwn(share?.Path) ? ToPlan(share) : null, launch is not null, IsOwn(launch?.Path) ? ToPlan(launch) : null, template);
    }

    private static bool IsOwn(string? path) => path?.StartsWith("$.destinations", StringComparison.Ordinal) == true;

    private static PlannedShare? ToPlan(RequestShare? share) => share is null ? null : new PlannedShare(share.Visibility, share.Accounts, share.Snapshots);

    private static PlannedLaunch? ToPlan(RequestLaunch? launch) => launch is null ? null : new PlannedLaunch(launch.Count, launch.Overrides, launch.Verify);

    private static Plan Assemble(Request request, string run, DateTimeOffset startedAt, PlannedImage? image, List<PlannedDestination> destinations) => new(
        Plan.CurrentSchema,
        run,
        startedAt,
        startedAt.AddMinutes(request.TimeoutMinutes),
        request.TolerateFailedRegions,
        new PlannedSource(request.Source.Region, request.Source.InstanceId, request.Source.ImageId),
        image,
        ToPlan(request.Destinations.Select(d => d.Share).FirstOrDefault(s => s is not null && !IsOwn(s.Path))),
        ToPlan(request.Destinations.Select(d => d.Launch).FirstOrDefault(l => l is not null && !IsOwn(l.Path))),
        destinations);

    private static void CheckSize(Plan plan, List<Problem> problems)
    {
        var bytes = JsonSerializer.SerializeToUtf8Bytes(plan, AmicastJson.Default.Plan).Length;
        if (bytes > MostBytes)
        {
            problems.Add(new Problem("$", "TooLarge", $"the plan takes {bytes / 1024} KiB of state data", $"at most {MostBytes / 1024} KiB fit: use fewer Regions, accounts or tags a run"));
        }
    }
}
