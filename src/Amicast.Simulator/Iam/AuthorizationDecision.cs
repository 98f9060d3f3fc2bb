namespace Amicast.Simulator.Iam;

/// <summary>The answer to an <see cref="AuthorizationRequest"/>.</summary>
/// <param name="IsAllowed">Whether the caller may.</param>
/// <param name="Reason">Why not, as AWS ends its message: <c>because …</c> or <c>with …</c>; <c>{0}</c> stands for the action.</param>
public sealed record AuthorizationDecision(bool IsAllowed, string Reason)
{
    /// <summary>A policy allows it, and none denies it.</summary>
    public static AuthorizationDecision Allowed { get; } = new(true, "");

    /// <summary>No policy of the caller allows it.</summary>
    public static AuthorizationDecision DeniedImplicitly { get; } = new(false, "because no identity-based policy allows the {0} action");

    /// <summary>A policy of the caller denies it.</summary>
    public static AuthorizationDecision DeniedExplicitly { get; } = new(false, "with an explicit deny in an identity-based policy");
}
