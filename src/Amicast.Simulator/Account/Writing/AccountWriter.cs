using System.Text.Encodings.Web;
using System.Text.Json;
using Amicast.Simulator.Documents;

namespace Amicast.Simulator.Account.Writing;

/// <summary>Writes an account document as JSON.</summary>
internal static class AccountWriter
{
    // Tags and descriptions are for people to read, and the document is a file of its own.
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    internal static string Write(AccountDocument account) => new DocumentWriter()
        .Text("accountId", account.AccountId)
        .Moment("startsAt", account.StartsAt == AccountDocument.DefaultStart ? null : account.StartsAt)
        .Flag("saved", account.IsSaved)
        .With(account.Limits, Limits)
        .Part("organization", account.Organization, Organization)
        .Objects("regions", account.Regions, RegionWriter.Write)
        .Objects("otherAccounts", account.OtherAccounts, Other)
        .Part("roles", account.Roles, Roles)
        .Object
        .ToJsonString(Readable) + "\n";

    private static DocumentWriter Other(OtherAccountDocument other) => new DocumentWriter()
        .Text("accountId", other.AccountId)
        .Texts("accessKeyIds", other.AccessKeyIds)
        .Part("organization", other.Organization, Organization)
        .Objects("regions", other.Regions, RegionWriter.Write);

    private static DocumentWriter Organization(OrganizationDocument organization) => new DocumentWriter()
        .Text("organizationArn", organization.OrganizationArn)
        .Texts("organizationalUnitArns", organization.OrganizationalUnitArns);

    private static DocumentWriter Roles(RolesDocument roles) => new DocumentWriter()
        .TextByName("instanceProfiles", roles.InstanceProfiles)
        .Texts("missingServiceLinkedRoles", roles.MissingServiceLinkedRoles);

    private static DocumentWriter Limits(DocumentWriter writer, LimitsDocument limits)
    {
        var standard = new LimitsDocument();
        var other = new DocumentWriter()
            .Flag("requestThrottling", limits.RequestThrottling, standard.RequestThrottling)
            .Objects("requestRates", limits.RequestRates, Rate)
            .Whole("concurrentSnapshotCopies", limits.ConcurrentSnapshotCopies, standard.ConcurrentSnapshotCopies)
            .Whole("secondsBetweenSnapshots", limits.SecondsBetweenSnapshots, standard.SecondsBetweenSnapshots)
            .Whole("concurrentSnapshotsPerVolume", limits.ConcurrentSnapshotsPerVolume, standard.ConcurrentSnapshotsPerVolume)
            .Whole("concurrentSnapshotsPerHddVolume", limits.ConcurrentSnapshotsPerHddVolume, standard.ConcurrentSnapshotsPerHddVolume)
            .Whole("launchPermissions", limits.LaunchPermissions, standard.LaunchPermissions)
            .Whole("publicImages", limits.PublicImages, standard.PublicImages);
        return writer.Part("limits", other.Object.Count > 0 ? other : null, said => said);
    }

    private static DocumentWriter Rate(RequestRateDocument rate) => new DocumentWriter()
        .Text("operation", rate.Operation)
        .Whole("bucket", rate.Bucket)
        .Number("refillPerSecond", rate.RefillPerSecond);
}
