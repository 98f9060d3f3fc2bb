using Amicast.Requests;

namespace Amicast.Plans.Concerns;

/// <summary>Whether what is to be launched can be launched in the Region: its instance types, and the network, zones and key pair that it names.</summary>
/// <remarks>
/// What the template's version says is held against the Region like what the request says. Round 3, at most six calls a Region: the types that are offered and
/// what they run on, subnets or (where none is named) the default VPC, security groups, key pairs, zones.
/// </remarks>
internal sealed class LaunchFit(PlanScope scope, SourceConcern source, TemplateVersions templates, LaunchTemplates launchTemplates) : PlanConcern
{
    internal override Task LookFurtherAsync(CancellationToken cancellation) => Task.WhenAll(scope.Regions
        .SelectMany(region => WishesOf(region).Select(wish => LookAsync(region, wish, cancellation))));

    // A template that the run makes is held against the Region also where nothing is launched from it yet.
    private IEnumerable<LaunchWish> WishesOf(PlanRegion region)
    {
        var (launch, launches) = (region.Wanted.Launch, LaunchTemplates.Launches(region));
        if (launchTemplates.MadeIn(region) is { } made)
        {
            yield return new LaunchWish(launches ? launch : null, region.Wanted.LaunchTemplate!, made);
        }

        if (launch is not null && (!launches || launchTemplates.MadeIn(region) is null))
        {
            yield return new LaunchWish(launch, templates.In(region));
        }
    }

    private async Task LookAsync(PlanRegion region, LaunchWish wish, CancellationToken cancellation)
    {
        CheckTogether(region.Findings, wish);
        CheckProfile(region.Findings, wish);
        var types = new InstanceTypeLook(region, wish, source.Facts?.Architecture);

        // Of a template that is not there nothing can be told: it may name a subnet.
        var isWhole = wish.Launch.IsDescribed || templates.In(region) is not null || (wish.Launch.Count > 0 && launchTemplates.MadeIn(region) is not null);
        var places = new LaunchPlaceLook(region, wish, isWhole);
        await Task.WhenAll([.. types.Looks(cancellation), .. places.Looks(cancellation)]);
        types.Check();
        places.Check();
    }

    private static void CheckTogether(Findings findings, LaunchWish wish)
    {
        var launch = wish.Launch;
        foreach (var beside in wish.BesideInterfaces)
        {
            findings.Refuse(beside.Path, "Conflict", beside.Cause($"it has network interfaces, and EC2 takes no '{beside.Value}' beside them"),
                "say it in 'networkInterfaces', or leave it out");
        }

        if (wish.TemplateMarket is { } spot && (launch.Fleet is not null || launch.Overrides.Market == Market.OnDemand))
        {
            findings.Refuse(spot.Path, "Conflict", spot.Cause("it asks for Spot by itself, which neither a fleet nor \"market\": \"onDemand\" can take back"),
                "use a version that says no market");
        }

        if (!launch.Keep && wish.TerminationProtection is { } isProtected)
        {
            findings.Refuse(isProtected.Path, "Conflict", isProtected.Cause("the instances are protected from termination, and 'keep' is false"),
                "take 'disableApiTermination' out, or keep the instances");
        }
    }

    // Which role a profile has is not asked: whether it may be passed is IAM's to decide.
    private void CheckProfile(Findings findings, LaunchWish wish)
    {
        if (wish.IamInstanceProfile is not { } profile)
        {
            return;
        }

        if (wish.Launch.Count > 0 && !scope.Deployment.AllowInstanceProfiles)
        {
            findings.Refuse(profile.Path, "InstanceProfileNotAllowed", profile.Cause($"this deployment passes no roles, and the instance profile '{profile.Value}' has one"),
                "launch without an instance profile, or have the deployment allow its role");
        }

        findings.Warn(profile.Path, "NotChecked", $"whether instance profile '{profile.Value}' exists could not be checked: Amicast asks nothing of IAM");
    }
}
