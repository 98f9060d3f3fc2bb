namespace Amicast.Simulator.Account;

/// <summary>What of an account's IAM launches ask for.</summary>
/// <param name="InstanceProfiles">The roles by the names of the instance profiles that hold them, each with its path if it has one: <c>service/web</c>. A profile that is not here holds the role of its own name.</param>
/// <param name="MissingServiceLinkedRoles">The services whose service-linked role is not there yet; known is <c>spot.amazonaws.com</c>. The first Spot Instance makes it.</param>
public sealed record RolesDocument(IReadOnlyDictionary<string, string> InstanceProfiles, IReadOnlyList<string> MissingServiceLinkedRoles);
