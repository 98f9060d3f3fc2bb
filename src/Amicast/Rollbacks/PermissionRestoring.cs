using Amazon.EC2;
using Amicast.Errors;
using Amicast.Sharing;

namespace Amicast.Rollbacks;

/// <summary>Puts the permissions of an image or snapshot that was there before the run back, as far as the deployment gives anything to those who held them.</summary>
internal sealed class PermissionRestoring(IAmazonEC2 ec2, Deployment deployment, Cleaning cleaning)
{
    internal async Task RestoreAsync(string id, IReadOnlyList<string> before, CancellationToken cancellation)
    {
        IPermissions permissions = id.StartsWith("snap-", StringComparison.Ordinal) ? new SnapshotPermissions(ec2, id) : new LaunchPermissions(ec2, id);
        try
        {
            var found = await permissions.ReadAsync(cancellation);
            var refused = before.Where(holder => !deployment.AllowsHolder(holder)).Except(found).ToList();
            var wanted = WantedPermissions.Exactly([.. before.Except(refused)]);
            if (!wanted.IsMetBy(found))
            {
                await cleaning.RestoreAsync(id, $"permissions of {id}", () => PermissionChange.ApplyAsync(permissions, wanted, cancellation));
            }

            if (refused.Count > 0)
            {
                // Also what it takes back makes a deployment nothing wider than it may.
                cleaning.Leave(id, $"{string.Join(", ", refused)} held it before the run, and this deployment does not allow it to be given to them (AllowPublicImages, AllowedAccounts)");
            }
        }
        catch (AmicastException gone) when (gone is NotVisibleYetException or ImageGoneException)
        {
            cleaning.Keep($"{id} is gone: somebody has removed it");
        }
    }
}
