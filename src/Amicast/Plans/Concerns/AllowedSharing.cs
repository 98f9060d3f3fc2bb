using Amicast.Requests;

namespace Amicast.Plans.Concerns;

/// <summary>Whether this deployment allows the permissions that the request asks for.</summary>
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
    }
}
