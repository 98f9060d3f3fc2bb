namespace Amicast.Simulator.Faults;

/// <summary>The kinds of trouble. In a document they are written in camel case: <c>lostAnswer</c>.</summary>
public enum FaultKind
{
    /// <summary>The call is refused with RequestLimitExceeded (503).</summary>
    Throttle,

    /// <summary>The call is refused with InternalError (500) or Unavailable (503).</summary>
    ServerError,

    /// <summary>The call takes effect; instead of an answer the connection breaks.</summary>
    LostAnswer,

    /// <summary>The call never arrives, and nothing ever comes back.</summary>
    HangBefore,

    /// <summary>The call takes effect, and nothing ever comes back.</summary>
    HangAfter,

    /// <summary>Nothing ever comes back, and the call takes effect long after, by the rule's delay.</summary>
    Late,

    /// <summary>No connection to the Region; the call has no effect.</summary>
    RegionDown,

    /// <summary>What the call makes is found by id, listed, and seen with its tags only later: 1 to 60 seconds, each on its own.</summary>
    NotFoundAfterCreation,

    /// <summary>The image ends in state failed, with a StateReason; its snapshots end in error.</summary>
    ImageFails,

    /// <summary>The image stays pending and its snapshots stall, for ever.</summary>
    NeverCompletes,

    /// <summary>The launch is refused with InsufficientInstanceCapacity.</summary>
    NoCapacity,

    /// <summary>The instances of the launch die soon after it, or never pass their status checks, by the rule's outcome.</summary>
    InstanceFails,
}
