using Amicast.Plans;
using Amicast.Reports;
using Amicast.Requests;

namespace Amicast.Steps;

/// <summary>What every step of a Region gets: what all Regions share, what this Region is to have, and what is known of it so far.</summary>
/// <param name="Run">The run's id.</param>
/// <param name="Deadline">When the run gives up waiting.</param>
/// <param name="Origin">What the run started from.</param>
/// <param name="Source">The first image, in the source Region; available by now.</param>
/// <param name="Share">The permissions of Regions without their own.</param>
/// <param name="Launch">The launch of Regions without their own.</param>
/// <param name="Destination">What this Region is to have.</param>
/// <param name="Record">What is known of it so far.</param>
/// <param name="LaunchTemplate">The launch template of Regions without their own.</param>
/// <param name="Execution">This execution's name, for the log.</param>
public sealed record RegionInput(
    string Run,
    DateTimeOffset Deadline,
    PlannedSource Origin,
    ImageRecord Source,
    PlannedShare? Share,
    PlannedLaunch? Launch,
    PlannedDestination Destination,
    RegionRecord Record,
    PlannedLaunchTemplate? LaunchTemplate = null,
    string? Execution = null)
{
    internal string Region => Destination.Region;

    /// <summary>The Region's image; the state machine asks for it only after CopyImage.</summary>
    internal ImageRecord Image => Record.Image ?? throw new InvalidOperationException($"{Region} has no image yet.");

    internal PlannedShare ShareHere => Destination.Share ?? Share ?? new PlannedShare(null, [], Snapshots: false);

    internal PlannedLaunch LaunchHere => Destination.Launch ?? Launch ?? new PlannedLaunch(0, new InstanceDescription(), Verification.None);

    /// <summary>The template to launch from, where the launch is not described by itself: the plan's, or the one that EnsureTemplate made.</summary>
    internal PlannedTemplate? TemplateHere => Destination switch
    {
        { Template: { } planned } => planned,
        { Publication: { IsLaunched: true, Base: null } } when Record.Template is { } made => new PlannedTemplate(made.Id, made.Name, $"{made.BaseVersion}"),
        _ => null,
    };

    /// <summary>The state machine asks for it only where the plan has one.</summary>
    internal PlannedPublication PublicationHere => Destination.Publication ?? throw new InvalidOperationException($"The plan has no launch template to publish in {Region}.");

    internal PlannedLaunchTemplate LaunchTemplateHere =>
        PublicationHere.Own ?? LaunchTemplate ?? throw new InvalidOperationException($"The plan does not say which launch template is published in {Region}.");
}
