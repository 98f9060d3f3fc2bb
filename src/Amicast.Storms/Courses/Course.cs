namespace Amicast.Storms.Courses;

/// <summary>What people do with a run: the acts, one after the other.</summary>
internal sealed record Course(IReadOnlyList<Act> Acts);

/// <summary>One execution of the run, and how it is ended.</summary>
/// <param name="Kind">What it does.</param>
/// <param name="Pause">How long after the end of the one before it starts.</param>
/// <param name="Stop">When it is stopped; null: it goes on to its end.</param>
/// <param name="Outage">Which of the account's Regions cannot be reached from its start on; null: none.</param>
internal sealed record Act(ActKind Kind, TimeSpan Pause, StopMoment? Stop = null, Outage? Outage = null);

/// <summary>What an execution does.</summary>
internal enum ActKind
{
    /// <summary>The first one.</summary>
    Start,

    /// <summary>Goes on with the request as it was.</summary>
    Resume,

    /// <summary>Goes on, with one Region more.</summary>
    ResumeWithMore,

    /// <summary>Removes everything.</summary>
    RollBack,
}

/// <summary>When an execution is stopped: so long after its start, or as soon as the account has had so many calls since.</summary>
internal sealed record StopMoment(TimeSpan? After, int? Calls);

/// <summary>A Region that cannot be reached for a while.</summary>
internal sealed record Outage(int Region, TimeSpan Length);
