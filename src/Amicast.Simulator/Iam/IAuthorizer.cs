namespace Amicast.Simulator.Iam;

/// <summary>Decides what callers may do. Called on the clock's thread, at the moment of a call's effect; it takes no time.</summary>
public interface IAuthorizer
{
    /// <summary>Who the caller is, as GetCallerIdentity and the messages of refusals say: a role's session, a user, or <see cref="Caller.RootArn"/>.</summary>
    string ArnOf(Caller caller);

    /// <summary>Whether the caller may do this to that.</summary>
    AuthorizationDecision Decide(Caller caller, AuthorizationRequest request);
}
