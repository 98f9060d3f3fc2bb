namespace Amicast.Simulator.Faults;

/// <summary>The kinds of trouble. In a document they are written in camel case: <c>lostAnswer</c>.</summary>
public enum FaultKind
{
    /// <summary>The call is refused as by a service that is asked too often: EC2's RequestLimitExceeded (503), STS's Throttling, ThrottlingException (400) of KMS and SSM.</summary>
    Throttle,

    /// <summary>The call is refused with an error of the service's own: EC2's InternalError (500) or Unavailable (503), and what the other services call them.</summary>
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

    /// <summary>
    /// What the call makes is found by id, listed, and seen with its tags only later: 1 to 60 seconds, each on its own, or as the rule says.
    /// The name of an image that is deregistered is free only as much later.
    /// </summary>
    NotFoundAfterCreation,

    /// <summary>The image ends in state failed, with a StateReason; its snapshots end in error.</summary>
    ImageFails,

    /// <summary>The image or the snapshot stays pending and its progress stands still, for ever.</summary>
    NeverCompletes,

    /// <summary>There is capacity for no instance, or for as many as the rule says: what needs more is refused with InsufficientInstanceCapacity.</summary>
    NoCapacity,

    /// <summary>An instance of the launch dies soon after it (a Spot instance by an interruption), or never passes its status checks, by the rule's outcome. Each instance is struck by itself.</summary>
    InstanceFails,

    /// <summary>The call is refused with the error that the rule's code names.</summary>
    Error,

    /// <summary>The snapshot ends in error; of an image's snapshots the one that takes longest, and with it the image fails.</summary>
    SnapshotFails,

    /// <summary>The work takes longer, by the rule's factor.</summary>
    Slow,

    /// <summary>Half way through, progress stands still for the rule's delay; then it goes on, and completes.</summary>
    Stalls,

    /// <summary>Progress shows nothing, or the rule's percentage, until the work is nearly done; then it leaps.</summary>
    Jumps,

    /// <summary>The image shows the ids of its snapshots only once it is available.</summary>
    SnapshotsShownLate,

    /// <summary>The event is never published.</summary>
    EventLost,

    /// <summary>The event is published later, by the rule's delay.</summary>
    EventLate,

    /// <summary>The event is published twice, with the same id.</summary>
    EventTwice,
}
