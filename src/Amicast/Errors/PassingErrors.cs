namespace Amicast.Errors;

// Trouble that passes: the state machine retries each of these, at its own pace.

/// <summary>AWS asks to slow down: <c>RequestLimitExceeded</c>, <c>Throttling</c> and their like.</summary>
public sealed class ThrottledException(string message, Exception? cause = null) : AmicastException(message, cause);

/// <summary>AWS answered with a fault of its own (5xx), or no answer came. The call may have gone through.</summary>
public sealed class ServiceUnavailableException(string message, Exception? cause = null) : AmicastException(message, cause);

/// <summary>EC2 does not show yet what was just made: eventual consistency, seen for up to minutes after creation.</summary>
public sealed class NotVisibleYetException(string message, Exception? cause = null) : AmicastException(message, cause);

/// <summary>The resource is in a state that passes: <c>IncorrectState</c>, <c>IncorrectInstanceState</c>, an image still pending, <c>ConcurrentTagAccess</c>.</summary>
public sealed class ResourceBusyException(string message, Exception? cause = null) : AmicastException(message, cause);

/// <summary>Too many snapshots or snapshot copies are in progress (20 copies at a time into a Region). Others must finish first: minutes, not seconds.</summary>
public sealed class SnapshotLimitReachedException(string message, Exception? cause = null) : AmicastException(message, cause);

/// <summary>EC2 has no capacity for the instance type in the zone just now.</summary>
public sealed class InsufficientCapacityException(string message, Exception? cause = null) : AmicastException(message, cause);

/// <summary>Permissions were set, but reading them back does not show them yet.</summary>
public sealed class PermissionsPendingException(string message) : AmicastException(message);

/// <summary>The SSM parameter was set, but reading it back does not show the value yet: Systems Manager looks the image up first.</summary>
public sealed class ParameterPendingException(string message) : AmicastException(message);
