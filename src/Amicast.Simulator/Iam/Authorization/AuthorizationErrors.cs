using System.Net;
using Amicast.Simulator.Ec2;
using Amicast.Simulator.Ec2.Wire;

namespace Amicast.Simulator.Iam.Authorization;

/// <summary>What a caller is answered that is not authorized.</summary>
/// <remarks>
/// Sources: "UnauthorizedOperation" in the error codes of the EC2 API, "Troubleshoot access denied error messages" of the IAM user guide, and the
/// messages in karpenter#2813 and karpenter-provider-aws#7370. EC2's encoded message behind the text is not given.
/// </remarks>
internal static class AuthorizationErrors
{
    internal static Ec2Exception Denied(Call call, AuthorizationRequest request, AuthorizationDecision decision)
    {
        var reason = decision.Reason.Replace("{0}", request.Action, StringComparison.Ordinal);
        var message = $"User: {call.Account.ArnOf(call.Request)} is not authorized to perform: {request.Action} on resource: {request.Resource} {reason}";
        return (call.Request.Service, request.Action) switch
        {
            ("ec2", "iam:CreateServiceLinkedRole") => new(
                "AuthFailure.ServiceLinkedRoleCreationNotPermitted",
                "The provided credentials do not have permission to create the service-linked role for EC2 Spot Instances.",
                HttpStatusCode.Forbidden),
            ("ec2", _) => new("UnauthorizedOperation", $"You are not authorized to perform this operation. {message}", HttpStatusCode.Forbidden),
            _ => new("AccessDeniedException", message),
        };
    }
}
