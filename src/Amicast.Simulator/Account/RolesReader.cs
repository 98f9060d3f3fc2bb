using Amicast.Simulator.Documents;
using Amicast.Simulator.Iam.Authorization.Ec2;

namespace Amicast.Simulator.Account;

/// <summary>Reads what launches ask IAM for.</summary>
internal static class RolesReader
{
    internal static RolesDocument Read(DocumentObject roles)
    {
        var missing = roles.Texts("missingServiceLinkedRoles");
        foreach (var (service, i) in missing.Select((service, i) => (service, i)).Where(at => at.service != SpotRole.Service))
        {
            roles.ReportUnknown($"missingServiceLinkedRoles[{i}]", $"No service-linked role of '{service}' is ever asked for.", service, [SpotRole.Service], "Services");
        }

        return new(roles.TextByName("instanceProfiles"), missing);
    }
}
