using Amicast.Aws;
using Amicast.Errors;
using Amicast.Plans;
using Amicast.Reports;
using Amicast.Requests;

namespace Amicast.Steps;

/// <summary>Gives the Region's image, and its snapshots with it, the permissions asked for, and reads them back.</summary>
/// <remarks>Looks first and gives only what is missing, so that running it again changes nothing. What the image has beyond that stays (mode <c>add</c>).</remarks>
public sealed class ShareImageStep(AwsClients aws) : IStep<RegionInput, PermissionsRecord>
{
    /// <inheritdoc/>
    public async Task<PermissionsRecord> ExecuteAsync(RegionInput input, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(input);
        var ec2 = aws.Ec2(input.Region);
        var share = input.ShareHere;
        var image = await SetAsync(new LaunchPermissions(ec2, input.Image.ImageId), share, cancellation);
        if (!share.Snapshots)
        {
            return new PermissionsRecord(image, null);
        }

        var snapshots = await Task.WhenAll(input.Image.Snapshots.Select(id => SetAsync(new SnapshotPermissions(ec2, id), share, cancellation)));
        return new PermissionsRecord(image, Together(snapshots));
    }

    private static async Task<Holders> SetAsync(IPermissions permissions, PlannedShare share, CancellationToken cancellation)
    {
        var before = await permissions.ReadAsync(cancellation);
        var missing = share.Accounts.Where(account => !before.Accounts.Contains(account)).ToList();
        if (missing.Count > 0)
        {
            await permissions.AddAsync(missing, cancellation);
        }

        var changesPublic = share.Visibility is { } visibility && (visibility == Visibility.Public) != before.Public;
        if (changesPublic)
        {
            await permissions.SetPublicAsync(share.Visibility == Visibility.Public, cancellation);
        }

        var after = missing.Count > 0 || changesPublic ? await permissions.ReadAsync(cancellation) : before;
        return Stands(after, share)
            ? new Holders(after.Public, share.Accounts.Count, [.. after.Accounts.Except(share.Accounts).Concat(after.Others)])
            : throw new PermissionsPendingException($"{permissions.ResourceId}: the permissions were set and do not show yet.");
    }

    private static bool Stands(PermissionsFound found, PlannedShare share) =>
        share.Accounts.All(found.Accounts.Contains) && (share.Visibility is null || found.Public == (share.Visibility == Visibility.Public));

    private static Holders? Together(Holders[] snapshots) => snapshots.Length == 0
        ? null
        : new Holders(
            snapshots.Any(s => s.Public),
            snapshots.Min(s => s.Asked),
            [.. snapshots.SelectMany(s => s.Others).Distinct().Order(StringComparer.Ordinal)]);
}
