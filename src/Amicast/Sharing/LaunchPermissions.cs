using Amazon.EC2;
using Amazon.EC2.Model;

namespace Amicast.Sharing;

/// <summary>Who may launch an image: accounts, organizations, organizational units and the group <c>all</c>.</summary>
internal sealed class LaunchPermissions(IAmazonEC2 ec2, string imageId) : IPermissions
{
    // Not published for images; snapshots take 500 a call. Small enough that a batch is never the reason for a refusal.
    private const int HoldersPerCall = 100;

    public string ResourceId => imageId;

    public async Task<IReadOnlyList<string>> ReadAsync(CancellationToken cancellation)
    {
        var answer = await ec2.DescribeImageAttributeAsync(
            new DescribeImageAttributeRequest { ImageId = imageId, Attribute = ImageAttributeName.LaunchPermission }, cancellation);
        return [.. (answer.ImageAttribute?.LaunchPermissions ?? []).Select(HolderOf).OfType<string>()];
    }

    public async Task AddAsync(IReadOnlyList<string> holders, CancellationToken cancellation)
    {
        foreach (var batch in holders.Chunk(HoldersPerCall))
        {
            await ModifyAsync(new LaunchPermissionModifications { Add = [.. batch.Select(For)] }, cancellation);
        }
    }

    public async Task RemoveAsync(IReadOnlyList<string> holders, CancellationToken cancellation)
    {
        foreach (var batch in holders.Chunk(HoldersPerCall))
        {
            await ModifyAsync(new LaunchPermissionModifications { Remove = [.. batch.Select(For)] }, cancellation);
        }
    }

    private static string? HolderOf(LaunchPermission permission) =>
        new[] { permission.Group?.Value, permission.UserId, permission.OrganizationArn, permission.OrganizationalUnitArn }.FirstOrDefault(holder => !string.IsNullOrEmpty(holder));

    private static LaunchPermission For(string holder) => holder switch
    {
        IPermissions.Everyone => new LaunchPermission { Group = PermissionGroup.All },
        _ when holder.Contains(":organization/", StringComparison.Ordinal) => new LaunchPermission { OrganizationArn = holder },
        _ when holder.Contains(":ou/", StringComparison.Ordinal) => new LaunchPermission { OrganizationalUnitArn = holder },
        _ => new LaunchPermission { UserId = holder },
    };

    private Task ModifyAsync(LaunchPermissionModifications change, CancellationToken cancellation) =>
        ec2.ModifyImageAttributeAsync(new ModifyImageAttributeRequest { ImageId = imageId, LaunchPermission = change }, cancellation);
}
