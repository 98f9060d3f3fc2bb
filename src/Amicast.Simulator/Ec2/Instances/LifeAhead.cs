using Amicast.Simulator.Ec2.Resources;

namespace Amicast.Simulator.Ec2.Instances;

/// <summary>What is still to come in the life of an instance that is pending or running.</summary>
/// <param name="RunningAt">Until when it is pending; null: it is running.</param>
/// <param name="CheckedAt">When its status checks have come to their end; null: they have.</param>
/// <param name="Checks">What they come to.</param>
/// <param name="Death">How it ends by itself; null: it does not.</param>
internal sealed record LifeAhead(DateTimeOffset? RunningAt, DateTimeOffset? CheckedAt, StatusChecks Checks, Death? Death);

/// <summary>The end of an instance that is dying.</summary>
/// <param name="At">From when it is shutting down.</param>
/// <param name="TerminatedAt">From when it is terminated.</param>
/// <param name="Reason">Why.</param>
internal sealed record Death(DateTimeOffset At, DateTimeOffset TerminatedAt, StateReason? Reason);
