namespace Amicast.Storms.Troubles;

/// <summary>What becomes of one invocation of a function.</summary>
internal enum Fate
{
    /// <summary>Nothing happens to it.</summary>
    Spared,

    /// <summary>It is delivered twice, as Lambda may: the second one while the first is under way, or after it.</summary>
    Twice,

    /// <summary>Its process dies before its first line.</summary>
    KilledAtOnce,

    /// <summary>Its process dies before one of its calls is sent.</summary>
    KilledBeforeCall,

    /// <summary>Its process dies when one of its calls is sent: the call takes effect.</summary>
    KilledDuringCall,

    /// <summary>Its process dies when one of its calls was answered.</summary>
    KilledAfterCall,

    /// <summary>Its process dies after its work, before its answer is heard.</summary>
    KilledAtTheEnd,

    /// <summary>It is given up as timed out, and its work is done later nevertheless.</summary>
    TimedOutAlive,
}
