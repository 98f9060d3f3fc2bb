namespace Amicast.Local.Scheduling;

/// <summary>A schedule that EventBridge Scheduler would refuse, or that is not carried out here; the message says which and why.</summary>
public sealed class InvalidScheduleException(string message) : Exception(message);
