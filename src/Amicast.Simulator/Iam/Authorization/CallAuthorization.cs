using Amicast.Simulator.Ec2;
using Amicast.Simulator.Ec2.Wire;
using Amicast.Simulator.Iam.Authorization.Ec2;

namespace Amicast.Simulator.Iam.Authorization;

/// <summary>Has it decided whether a call may be carried out. Without an authorizer every call may, and nothing is asked.</summary>
internal static class CallAuthorization
{
    /// <summary>Asks everything that the call's operation asks before it does anything.</summary>
    /// <exception cref="Ec2Exception">The service's own code for who is not authorized; or what is wrong with the request, so that it cannot be asked.</exception>
    internal static void Authorize(this Call call)
    {
        if (call.Account.Authorizer is not null)
        {
            call.Demand(AuthorizationRules.Of(call.Request).Ask(call));
        }
    }

    /// <summary>Asks what RunInstances asks, for a fleet that launches.</summary>
    /// <exception cref="Ec2Exception">UnauthorizedOperation; or what is wrong with the launch.</exception>
    internal static void AuthorizeLaunch(this Call launch)
    {
        if (launch.Account.Authorizer is not null)
        {
            launch.Demand(RunInstancesRule.Ask(launch));
        }
    }

    /// <summary>Demands that the caller may do all of these; the first that it may not is the answer.</summary>
    /// <exception cref="Ec2Exception">The service's own code for who is not authorized.</exception>
    internal static void Demand(this Call call, IEnumerable<AuthorizationRequest> requests)
    {
        foreach (var request in requests)
        {
            if (call.Decide(request) is { IsAllowed: false } denied)
            {
                throw AuthorizationErrors.Denied(call, request, denied);
            }
        }
    }

    /// <summary>Whether the caller may do all of these, where a call does not fail of it.</summary>
    internal static bool Allows(this Call call, IEnumerable<AuthorizationRequest> requests) =>
        call.Account.Authorizer is null || requests.All(request => call.Decide(request).IsAllowed);

    /// <summary>Who calls, as messages and GetCallerIdentity say.</summary>
    internal static string ArnOf(this Ec2Account account, Request request)
    {
        var caller = new Caller(account.Id, request.AccessKey);
        return account.Authorizer?.ArnOf(caller) ?? caller.RootArn;
    }

    private static AuthorizationDecision Decide(this Call call, AuthorizationRequest request) =>
        call.Account.Authorizer?.Decide(new(call.AccountId, call.Request.AccessKey), request) ?? AuthorizationDecision.Allowed;
}
