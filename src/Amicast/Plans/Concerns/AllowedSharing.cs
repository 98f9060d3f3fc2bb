using Amicast.Requests;

namespace Amicast.Plans.Concerns;

/// <summary>Whether this deployment allows the permissions that the request asks for, and the quota has room for them.</summary>
internal sealed class AllowedSharing(PlanScope scope) : PlanConcern
{
    internal override Task LookAsync(CancellationToken cancellation)
    {
        foreach (var share in scope.Request.Destinations.Select(d => d.Share).OfType<RequestShare>().DistinctBy(s => s.Path))
        {
            Check(share);
        }

        return Task.CompletedTask;
    }

    private void Check(RequestShare share)
    {
        var deployment = scope.Deployment;
        if (share.Visibility == Visibility.Public && !deployment.AllowPublicImages)
        {
            scope.Findings.Refuse($"{share.Path}.visibility", "PublicNotAllowed", "this deployment does not allow public images",
                "share with accounts, or have the deployment allow public images");
        }

        foreach (var account in share.Accounts.Where(a => deployment.AllowedAccounts.Count > 0 && !deployment.AllowedAccounts.Contains(a)))
        {
            scope.Findings.Refuse($"{share.Path}.accounts", "AccountNotAllowed", $"this deployment does not allow sharing with '{account}'",
                "take the account out, or have the deployment allow it");
        }

        CheckOrganizations(share, deployment.AllowedAccounts.Count > 0);
        var entities = share.Accounts.Count + share.Organizations.Count + share.OrganizationalUnits.Count;
        if (entities > deployment.SharingQuota)
        {
            scope.Findings.Refuse(share.Path, "SharingQuota", $"{entities} accounts, organizations and units are listed; the quota of an image is {deployment.SharingQuota}",
                "share with organizations in place of their accounts, or have the quota raised and the deployment told of it");
        }
    }

    private void CheckOrganizations(RequestShare share, bool accountsAreLimited)
    {
        foreach (var (member, arns) in new[] { ("organizations", share.Organizations), ("organizationalUnits", share.OrganizationalUnits) }.Where(list => list.Item2.Count > 0))
        {
            if (accountsAreLimited)
            {
                scope.Findings.Refuse($"{share.Path}.{member}", "OrganizationNotAllowed", "this deployment limits sharing to certain accounts, and an organization has others",
                    "share with accounts, or have the deployment allow all accounts");
            }
            else if (share.Snapshots)
            {
                scope.Findings.Warn($"{share.Path}.{member}", "OrganizationsNotOnSnapshots",
                    "EC2 shares snapshots with accounts alone: organizations and organizational units can launch the images, and not copy them");
            }
        }
    }
}
