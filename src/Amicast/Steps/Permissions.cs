using Amazon.EC2;
using Amazon.EC2.Model;

namespace Amicast.Steps;

/// <summary>Who holds a permission now.</summary>
/// <param name="Public">Whether the group <c>all</c> does.</param>
/// <param name="Accounts">The accounts that do.</param>
/// <param name="Others">Organizations and organizational units that do, by ARN.</param>
internal sealed record PermissionsFound(bool Public, HashSet<string> Accounts, IReadOnlyList<string> Others);

/// <summary>The permissions of one image or snapshot.</summary>
internal interface IPermissions
{
    string ResourceId { get; }

    Task<PermissionsFound> ReadAsync(CancellationToken cancellation);

    Task AddAsync(IReadOnlyList<string> accounts, CancellationToken cancellation);

    Task SetPublicAsync(bool isPublic, CancellationToken cancellation);
}

/// <summary>Who may launch an image.</summary>
internal sealed class LaunchPermissions(IAmazonEC2 ec2, string imageId) : IPermissions
{
    // Not published for images; snapshots take 500 a call. Small enough that a batch is never the reason for a refusal.
    private const int AccountsPerCall = 100;

    public string ResourceId => imageId;

    public async Task<PermissionsFound> ReadAsync(CancellationToken cancellation)
    {
        var answer = await ec2.DescribeImageAttributeAsync(
            new DescribeImageAttributeRequest { ImageId = imageId, Attribute = ImageAttributeName.LaunchPermission }, cancellation);
        var permissions = answer.ImageAttribute?.LaunchPermissions ?? [];
        return new PermissionsFound(
            permissions.Exists(p => p.Group == PermissionGroup.All),
            [.. permissions.Select(p => p.UserId).Where(id => !string.IsNullOrEmpty(id))],
            [.. permissions.SelectMany(p => new[] { p.OrganizationArn, p.OrganizationalUnitArn }).Where(arn => !string.IsNullOrEmpty(arn))]);
    }

    public async Task AddAsync(IReadOnlyList<string> accounts, CancellationToken cancellation)
    {
        foreach (var batch in accounts.Chunk(AccountsPerCall))
        {
            await ModifyAsync(new LaunchPermissionModifications { Add = [.. batch.Select(id => new LaunchPermission { UserId = id })] }, cancellation);
        }
    }

    public Task SetPublicAsync(bool isPublic, CancellationToken cancellation)
    {
        List<LaunchPermission> everyone = [new LaunchPermission { Group = PermissionGroup.All }];
        return ModifyAsync(isPublic ? new() { Add = everyone } : new() { Remove = everyone }, cancellation);
    }

    private Task ModifyAsync(LaunchPermissionModifications change, CancellationToken cancellation) =>
        ec2.ModifyImageAttributeAsync(new ModifyImageAttributeRequest { ImageId = imageId, LaunchPermission = change }, cancellation);
}

/// <summary>Who may make volumes from a snapshot: accounts and the group <c>all</c>; EC2 knows no organizations here.</summary>
internal sealed class SnapshotPermissions(IAmazonEC2 ec2, string snapshotId) : IPermissions
{
    // EC2 API reference, ModifySnapshotAttribute: at most 500 a call.
    private const int AccountsPerCall = 500;

    public string ResourceId => snapshotId;

    public async Task<PermissionsFound> ReadAsync(CancellationToken cancellation)
    {
        var answer = await ec2.DescribeSnapshotAttributeAsync(
            new DescribeSnapshotAttributeRequest { SnapshotId = snapshotId, Attribute = SnapshotAttributeName.CreateVolumePermission }, cancellation);
        var permissions = answer.CreateVolumePermissions ?? [];
        return new PermissionsFound(
            permissions.Exists(p => p.Group == PermissionGroup.All),
            [.. permissions.Select(p => p.UserId).Where(id => !string.IsNullOrEmpty(id))],
            []);
    }

    public async Task AddAsync(IReadOnlyList<string> accounts, CancellationToken cancellation)
    {
        foreach (var batch in accounts.Chunk(AccountsPerCall))
        {
            await ModifyAsync(new CreateVolumePermissionModifications { Add = [.. batch.Select(id => new CreateVolumePermission { UserId = id })] }, cancellation);
        }
    }

    public Task SetPublicAsync(bool isPublic, CancellationToken cancellation)
    {
        List<CreateVolumePermission> everyone = [new CreateVolumePermission { Group = PermissionGroup.All }];
        return ModifyAsync(isPublic ? new() { Add = everyone } : new() { Remove = everyone }, cancellation);
    }

    private Task ModifyAsync(CreateVolumePermissionModifications change, CancellationToken cancellation) =>
        ec2.ModifySnapshotAttributeAsync(
            new ModifySnapshotAttributeRequest { SnapshotId = snapshotId, Attribute = SnapshotAttributeName.CreateVolumePermission, CreateVolumePermission = change },
            cancellation);
}
