using Amicast.Simulator.Ec2;

namespace Amicast.Simulator.Iam.Authorization.Ec2;

/// <summary>The first Spot Instance of an account makes the service-linked role of Spot, on behalf of whoever asks for it; while it is there, nobody asks.</summary>
/// <remarks>
/// Source: "Service-linked role for Spot Instance requests", EC2 user guide. That of EC2 Fleet is never asked for: "An instant EC2 Fleet does not require
/// this role", and there are no others here.
/// </remarks>
internal static class SpotRole
{
    internal const string Action = "iam:CreateServiceLinkedRole";
    internal const string Service = "spot.amazonaws.com";

    internal static IEnumerable<AuthorizationRequest> Ask(Call call) => call.Account.Roles.HasServiceLinkedRole(Service)
        ? []
        : [call.Ask(Action, new(
            Arns.OfRole(call.Region, call.AccountId, $"aws-service-role/{Service}/AWSServiceRoleForEC2Spot"), call.AccountId, [new("iam:AWSServiceName", Service)]))];
}
