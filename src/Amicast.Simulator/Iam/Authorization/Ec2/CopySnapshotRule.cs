using Amicast.Simulator.Ec2;
using Amicast.Simulator.Ec2.Resources;
using Amicast.Simulator.Ec2.Snapshots;
using Amicast.Simulator.Ec2.Tags;

namespace Amicast.Simulator.Iam.Authorization.Ec2;

/// <summary>CopySnapshot: the source snapshot, by its ARN in its own Region, and the snapshot to be. The keys of the copy are asked for later.</summary>
/// <remarks>
/// The reference has one row for both. A choice: what tells one snapshot from another (id, owner, time, size, volume) is the source's, what the
/// request gives is the copy's. Tags that the source has are not listed.
/// </remarks>
internal static class CopySnapshotRule
{
    private const string Action = "ec2:CopySnapshot";

    internal static IEnumerable<AuthorizationRequest> Ask(Call call)
    {
        var region = call.Account.RegionNamed(call.Parameters.Required("SourceRegion"));
        var source = call.Snapshot(region, call.Parameters.Required("SourceSnapshotId"));
        var tags = TagSpecifications.Read(call.Parameters, "snapshot");
        var resource = Ec2Resources.Of(call, source, region).WithoutTags().With("ec2:Encrypted", Ec2Resources.Text(source.Key is not null));
        var key = Encryption.Read(call.Parameters, call.Region).ForCopy(source.Key is not null, call.Region);
        var copy = Ec2Resources.New(call, "snapshot", tags.GetValueOrDefault("snapshot", TagSet.None))
            .With("ec2:Encrypted", Ec2Resources.Text(key is not null))
            .With("ec2:ParentSnapshot", resource.Arn);
        return [call.Ask(Action, resource), call.Ask(Action, copy), .. TagsAtCreation.Ask(call, tags, "CopySnapshot", "snapshot")];
    }
}
