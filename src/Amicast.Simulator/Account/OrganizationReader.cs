using Amicast.Simulator.Documents;
using Amicast.Simulator.Ec2.Resources;

namespace Amicast.Simulator.Account;

/// <summary>Reads an account's place in its organization.</summary>
internal static class OrganizationReader
{
    internal static OrganizationDocument Read(DocumentObject organization)
    {
        var arn = organization.RequiredText(
            "organizationArn",
            text => new Permission(Permission.OrganizationArn, text).IsWellFormed,
            "an ARN such as arn:aws:organizations::123456789012:organization/o-exampleorgid");
        var units = organization.Texts("organizationalUnitArns");
        foreach (var (unit, i) in units.Select((unit, i) => (unit, i)).Where(at => !new Permission(Permission.OrganizationalUnitArn, at.unit).IsWellFormed))
        {
            organization.Report(
                $"organizationalUnitArns[{i}]",
                "InvalidValue",
                $"'{unit}' is not an organizational unit.",
                "Give an ARN such as arn:aws:organizations::123456789012:ou/o-exampleorgid/ou-examplerootid-exampleouid.");
        }

        return new(arn, units);
    }
}
