using Amicast.Errors;
using Amicast.Reports;

namespace Amicast.Sharing;

/// <summary>Brings the permissions of one image or snapshot to what is wanted, and reads them back.</summary>
/// <remarks>
/// Looks first and changes only the difference, so that running it again changes nothing. Gives before it revokes: an account that changes from
/// being listed to being in a listed organization is never without the permission. Only where both together exceed the quota is revoked first.
/// </remarks>
internal static class PermissionChange
{
    /// <exception cref="PermissionsPendingException">The change was made and does not show yet.</exception>
    internal static async Task<Holders> ApplyAsync(IPermissions permissions, WantedPermissions wanted, CancellationToken cancellation)
    {
        var before = await permissions.ReadAsync(cancellation);
        if (wanted.IsMetBy(before))
        {
            return wanted.Compare(before);
        }

        await ChangeAsync(permissions, wanted.MissingFrom(before), wanted.SurplusIn(before), cancellation);
        var after = await permissions.ReadAsync(cancellation);
        return wanted.IsMetBy(after)
            ? wanted.Compare(after)
            : throw new PermissionsPendingException($"{permissions.ResourceId}: the permissions were set and do not show yet.");
    }

    private static async Task ChangeAsync(IPermissions permissions, IReadOnlyList<string> missing, IReadOnlyList<string> surplus, CancellationToken cancellation)
    {
        try
        {
            await permissions.AddAsync(missing, cancellation);
        }
        catch (QuotaExceededException) when (surplus.Count > 0)
        {
            await permissions.RemoveAsync(surplus, cancellation);
            await permissions.AddAsync(missing, cancellation);
            return;
        }

        await permissions.RemoveAsync(surplus, cancellation);
    }
}
