using Amazon.EC2.Model;
using Amazon.KeyManagementService.Model;

namespace Amicast.Plans.Concerns;

/// <summary>The keys under which the source is encrypted, if it is, and whether they are AWS's.</summary>
/// <remarks>
/// An instance's volumes tell their keys in round 2, so that KMS tells in round 3 what these are. An image's snapshots tell theirs only in round 3:
/// they are compared with the AWS managed key, which is looked up at the same time.
/// </remarks>
internal sealed class SourceKeys(PlanScope scope, SourceFacts facts, KeyLooks keys)
{
    internal const string ManagedAlias = "alias/aws/ebs";

    private string Region => scope.Request.Source.Region;

    private string Path => $"{scope.Request.Source.Path}.{(facts.Instance is null ? "imageId" : "instanceId")}";

    /// <summary>Whether anything of the source that goes into images is encrypted.</summary>
    internal bool AreThere => Volumes.Any() || EncryptedSnapshots.Count > 0;

    // Sharing an image asks nothing of its keys; copying it and launching from it do.
    private bool AreUsed => scope.Regions.Any(region => region.IsCopied || region.Wanted.Launch is not null);

    private IEnumerable<Volume> Volumes => facts.Instance?.BlockDeviceMappings?
        .Where(mapping => scope.Request.Image.BlockDevices?.Any(d => d.Exclude && d.Device == mapping.DeviceName) != true)
        .Join(facts.Volumes, mapping => mapping.Ebs?.VolumeId, volume => volume.VolumeId, (_, volume) => volume)
        .Where(volume => volume.Encrypted == true) ?? [];

    private List<string> EncryptedSnapshots =>
        [.. facts.Image?.BlockDeviceMappings?.Where(mapping => mapping.Ebs is { Encrypted: true, SnapshotId.Length: > 0 }).Select(mapping => mapping.Ebs.SnapshotId) ?? []];

    /// <summary>Whether one of them is AWS's; a key that cannot be used is noted.</summary>
    internal async Task<bool> IncludeAwsManagedAsync(CancellationToken cancellation)
    {
        var ofVolumes = await Task.WhenAll(Volumes.Select(volume => volume.KmsKeyId).OfType<string>().Distinct().Select(id => LookAsync(id, cancellation)));
        return ofVolumes.Any(key => key?.KeyManager?.Value == KeyLooks.Aws) || (EncryptedSnapshots.Count > 0 && await OfSnapshotsAsync(cancellation));
    }

    private async Task<KeyMetadata?> LookAsync(string keyId, CancellationToken cancellation)
    {
        KeyMetadata? found = null;
        await scope.Findings.TryAsync(Path, $"whether the source's key {keyId} can be used", async () => found = await keys.FindAsync(Region, keyId, cancellation));
        if (found is not null)
        {
            KeyLooks.CheckUsable(found, Path, scope.Findings);
            if (AreUsed)
            {
                KeyLooks.CheckAllowed(found, scope.Deployment, Path, scope.Findings);
            }
        }

        return found;
    }

    private async Task<bool> OfSnapshotsAsync(CancellationToken cancellation)
    {
        KeyMetadata? managed = null;
        var ask = new DescribeSnapshotsRequest { Filters = [new Filter("snapshot-id", EncryptedSnapshots)] };
        var described = scope.Aws.Ec2(Region).DescribeSnapshotsAsync(ask, cancellation);
        var looked = scope.Findings.TryAsync(
            Path, "whether the source's key is AWS's", async () => managed = await keys.FindAsync(Region, ManagedAlias, cancellation));
        await Task.WhenAll(described, looked);
        var ids = (await described).Snapshots?.Select(snapshot => snapshot.KmsKeyId).OfType<string>().Distinct().ToList() ?? [];
        foreach (var id in ids.Where(id => AreUsed && id != managed?.Arn))
        {
            KeyLooks.CheckAllowed(id, scope.Deployment, Path, scope.Findings);
        }

        return managed is not null && ids.Contains(managed.Arn);
    }
}
