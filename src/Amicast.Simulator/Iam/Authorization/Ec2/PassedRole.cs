using Amicast.Simulator.Ec2;
using Amicast.Simulator.Ec2.Templates;

namespace Amicast.Simulator.Iam.Authorization.Ec2;

/// <summary>Whoever launches an instance with an instance profile passes the profile's role to EC2.</summary>
/// <remarks>Source: "Grant permissions to attach an IAM role to an instance", EC2 user guide.</remarks>
internal static class PassedRole
{
    internal const string Action = "iam:PassRole";

    internal static IEnumerable<AuthorizationRequest> Ask(Call call, LaunchSettings settings)
    {
        if ((settings.IamInstanceProfileArn ?? settings.IamInstanceProfileName) is not { } profile)
        {
            return [];
        }

        // arn:aws:iam::123456789012:instance-profile/path/name, or the name alone.
        var owner = profile.Split(':') is { Length: > 4 } parts ? parts[4] : call.AccountId;
        var role = call.Account.Roles.InProfile(profile[(profile.LastIndexOf('/') + 1)..]);
        return [call.Ask(Action, new(Arns.OfRole(call.Region, owner, role), owner, [new("iam:PassedToService", "ec2.amazonaws.com")]))];
    }
}
