namespace Amicast.Simulator.Ec2.Resources;

/// <summary>One permission to use an image or a snapshot.</summary>
/// <param name="Element">Whom it is given to, as EC2 names the element: userId, group, organizationArn, organizationalUnitArn.</param>
/// <param name="Value">The account id, <c>all</c>, or the ARN.</param>
internal sealed record Permission(string Element, string Value)
{
    internal const string UserId = "userId";
    internal const string Group = "group";
    internal const string OrganizationArn = "organizationArn";
    internal const string OrganizationalUnitArn = "organizationalUnitArn";

    internal static Permission Public { get; } = new(Group, "all");

    /// <summary>Whether it is given to this account: to itself, to its organization, to one of its units, or to all.</summary>
    internal bool Reaches(Principal principal) => Element switch
    {
        UserId => Value == principal.AccountId,
        Group => true,
        OrganizationArn => Value == principal.OrganizationArn,
        _ => principal.OrganizationalUnitArns.Contains(Value),
    };

    /// <summary>Whether the value has the form that EC2 accepts.</summary>
    internal bool IsWellFormed => Element switch
    {
        UserId => Value.Length == 12 && !Value.AsSpan().ContainsAnyExceptInRange('0', '9'),
        Group => Value == "all",
        OrganizationArn => IsOrganizationsArn(":organization/o-"),
        _ => IsOrganizationsArn(":ou/o-"),
    };

    private bool IsOrganizationsArn(string kind) =>
        Value.StartsWith("arn:aws", StringComparison.Ordinal)
        && Value.Contains(":organizations::", StringComparison.Ordinal)
        && Value.Contains(kind, StringComparison.Ordinal);
}
