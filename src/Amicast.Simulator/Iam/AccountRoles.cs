using Amicast.Simulator.Account;

namespace Amicast.Simulator.Iam;

/// <summary>The roles of an account, as far as launches ask for them.</summary>
internal sealed class AccountRoles(RolesDocument? said = null)
{
    private readonly HashSet<string> _missing = [.. said?.MissingServiceLinkedRoles ?? []];

    /// <summary>The services whose service-linked role is not there yet, in alphabetical order.</summary>
    internal IEnumerable<string> MissingServiceLinkedRoles => _missing.Order(StringComparer.Ordinal);

    /// <summary>The role in an instance profile, its name with the path before it; where the document does not say, it is named as the profile is.</summary>
    internal string InProfile(string profile) => said?.InstanceProfiles.GetValueOrDefault(profile) ?? profile;

    internal bool HasServiceLinkedRole(string service) => !_missing.Contains(service);

    /// <summary>Makes the service-linked role, if it is not there.</summary>
    internal void MakeServiceLinkedRole(string service) => _missing.Remove(service);
}
