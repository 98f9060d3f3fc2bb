namespace Amicast.Simulator.Ec2.Resources;

/// <summary>Why something is in the state that it is in.</summary>
internal sealed record StateReason(string Code, string Message);

/// <summary>What goes wrong with something pending: it fails at that moment for that reason, or, without a reason, goes no further.</summary>
internal sealed record Mishap(DateTimeOffset At, StateReason? Reason);
