namespace Amicast.Simulator.Ec2;

/// <summary>An account as others share with it: by its id, its organization, or one of its organizational units.</summary>
internal sealed record Principal(string AccountId, string? OrganizationArn, IReadOnlyList<string> OrganizationalUnitArns);
