using Amicast.Aws;
using Amicast.Reports;
using Amicast.Sharing;

namespace Amicast.Steps;

/// <summary>Brings the permissions of the Region's image, and of its snapshots with it, to what is asked for, and reads them back.</summary>
public sealed class ShareImageStep(AwsClients aws) : IStep<RegionInput, PermissionsRecord>
{
    /// <inheritdoc/>
    public async Task<PermissionsRecord> ExecuteAsync(RegionInput input, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(input);
        var ec2 = aws.Ec2(input.Region);
        var share = input.ShareHere;
        var image = await PermissionChange.ApplyAsync(new LaunchPermissions(ec2, input.Image.ImageId), WantedPermissions.OfImage(share), cancellation);
        if (WantedPermissions.OfSnapshots(share) is not { } wanted)
        {
            return new PermissionsRecord(image, null);
        }

        var snapshots = await Task.WhenAll(input.Image.Snapshots.Select(id => PermissionChange.ApplyAsync(new SnapshotPermissions(ec2, id), wanted, cancellation)));
        return new PermissionsRecord(image, Together(snapshots));
    }

    private static Holders? Together(Holders[] snapshots) => snapshots.Length == 0
        ? null
        : new Holders(
            snapshots.Any(s => s.Public),
            snapshots.Min(s => s.Asked),
            [.. snapshots.SelectMany(s => s.Others).Distinct().Order(StringComparer.Ordinal)]);
}
