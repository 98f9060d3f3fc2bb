using Amicast.Plans;
using Amicast.Requests;

namespace Amicast.Cli.Views;

/// <summary>How a Region's instances will be launched, in words; user data are never among them.</summary>
internal static class LaunchText
{
    internal static string Of(PlannedDestination planned)
    {
        if (planned.Launch is not { } launch)
        {
            return "nothing";
        }

        var spot = launch.Overrides.Market == Market.Spot ? "Spot " : "";
        var end = planned.TerminatesInstances == true ? "; then terminated" : "";
        return $"{Count(launch)} {spot}{(launch.Count == 1 ? "instance" : "instances")}{From(planned)}{Overrides(launch.Overrides)}{Fleet(launch.Fleet)}; {Verify(launch)}{end}";
    }

    private static string Count(PlannedLaunch launch) =>
        launch.Fleet is { } fleet && fleet.MinCount < launch.Count ? $"{fleet.MinCount} to {launch.Count}" : $"{launch.Count}";

    private static string From(PlannedDestination planned) => planned switch
    {
        { Template: { } template } => $" from {template.Name}, version {template.Version}",
        { Publication.IsLaunched: true } => " from the launch template that will be made",
        _ => "",
    };

    private static string Overrides(InstanceDescription overrides)
    {
        var named = new[] { overrides.InstanceType, overrides.KeyName, overrides.SubnetId, overrides.AvailabilityZone }
            .OfType<string>().Concat(overrides.SecurityGroupIds ?? []).ToList();
        return named.Count == 0 ? "" : $", with {string.Join(", ", named)}";
    }

    private static string Fleet(PlannedFleet? fleet)
    {
        if (fleet is null)
        {
            return "";
        }

        var places = fleet.SubnetIds.Concat(fleet.AvailabilityZones).ToList();
        return $", of {string.Join(", ", fleet.InstanceTypes)}{(places.Count == 0 ? "" : $" in {string.Join(", ", places)}")}";
    }

    private static string Verify(PlannedLaunch launch)
    {
        var within = launch.VerifyWithinMinutes is { } minutes ? $" within {minutes} minutes" : "";
        return launch.Verify switch
        {
            Verification.None => "not verified",
            Verification.Running => $"verified: running{within}",
            _ => $"verified: both status checks ok{within}",
        };
    }
}
