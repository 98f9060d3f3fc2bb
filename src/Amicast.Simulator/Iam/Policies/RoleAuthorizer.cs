namespace Amicast.Simulator.Iam.Policies;

/// <summary>Decides by the policies of roles. Whose access key no role has is the account's root, who may do everything.</summary>
/// <param name="rolesByAccessKey">The roles, each by the access key that its session calls with.</param>
public sealed class RoleAuthorizer(IReadOnlyDictionary<string, Role> rolesByAccessKey) : IAuthorizer
{
    /// <inheritdoc/>
    public string ArnOf(Caller caller)
    {
        ArgumentNullException.ThrowIfNull(caller);
        return RoleOf(caller)?.ArnOf(caller) ?? caller.RootArn;
    }

    /// <inheritdoc/>
    public AuthorizationDecision Decide(Caller caller, AuthorizationRequest request)
    {
        ArgumentNullException.ThrowIfNull(caller);
        return RoleOf(caller)?.Decide(caller, request) ?? AuthorizationDecision.Allowed;
    }

    private Role? RoleOf(Caller caller) => rolesByAccessKey.GetValueOrDefault(caller.AccessKeyId);
}
