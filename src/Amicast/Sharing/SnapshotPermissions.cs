using Amazon.EC2;
using Amazon.EC2.Model;

namespace Amicast.Sharing;

/// <summary>Who may make volumes from a snapshot: accounts and the group <c>all</c>; EC2 knows no organizations here.</summary>
internal sealed class SnapshotPermissions(IAmazonEC2 ec2, string snapshotId) : IPermissions
{
    // EC2 API reference, ModifySnapshotAttribute: at most 500 a call, and not both added and removed.
    private const int HoldersPerCall = 500;

    public string ResourceId => snapshotId;

    public async Task<IReadOnlyList<string>> ReadAsync(CancellationToken cancellation)
    {
        var answer = await ec2.DescribeSnapshotAttributeAsync(
            new DescribeSnapshotAttributeRequest { SnapshotId = snapshotId, Attribute = SnapshotAttributeName.CreateVolumePermission }, cancellation);
        return [.. (answer.CreateVolumePermissions ?? []).Select(p => string.IsNullOrEmpty(p.Group?.Value) ? p.UserId : p.Group.Value)];
    }

    public async Task AddAsync(IReadOnlyList<string> holders, CancellationToken cancellation)
    {
        foreach (var batch in holders.Chunk(HoldersPerCall))
        {
            await ModifyAsync(new CreateVolumePermissionModifications { Add = [.. batch.Select(For)] }, cancellation);
        }
    }

    public async Task RemoveAsync(IReadOnlyList<string> holders, CancellationToken cancellation)
    {
        foreach (var batch in holders.Chunk(HoldersPerCall))
        {
            await ModifyAsync(new CreateVolumePermissionModifications { Remove = [.. batch.Select(For)] }, cancellation);
        }
    }

    private static CreateVolumePermission For(string holder) =>
        holder == IPermissions.Everyone ? new CreateVolumePermission { Group = PermissionGroup.All } : new CreateVolumePermission { UserId = holder };

    private Task ModifyAsync(CreateVolumePermissionModifications change, CancellationToken cancellation) =>
        ec2.ModifySnapshotAttributeAsync(
            new ModifySnapshotAttributeRequest { SnapshotId = snapshotId, Attribute = SnapshotAttributeName.CreateVolumePermission, CreateVolumePermission = change },
            cancellation);
}
