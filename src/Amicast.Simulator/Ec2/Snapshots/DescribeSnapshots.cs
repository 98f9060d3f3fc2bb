using Amicast.Simulator.Ec2.Images;
using Amicast.Simulator.Ec2.Regions;
using Amicast.Simulator.Ec2.Resources;
using Amicast.Simulator.Ec2.Wire;

namespace Amicast.Simulator.Ec2.Snapshots;

internal sealed class DescribeSnapshots : DescribeOperation<Snapshot>
{
    private static readonly FilterTable<Snapshot> Table = new FilterTable<Snapshot>()
        .With("description", (snapshot, _) => snapshot.Description)
        .With("encrypted", (snapshot, _) => FilterTable.Text(snapshot.Key is not null))
        .With("owner-id", (snapshot, _) => snapshot.OwnerId)
        .With("progress", (snapshot, now) => snapshot.Course.ProgressAt(now))
        .With("snapshot-id", (snapshot, _) => snapshot.Id)
        .With("start-time", (snapshot, _) => FilterTable.Text(snapshot.CreatedAt))
        .With("status", (snapshot, now) => snapshot.Course.StatusAt(now))
        .With("storage-tier", (_, _) => "standard")
        .With("transfer-type", (snapshot, _) => SnapshotXml.TransferType(snapshot))
        .With("volume-id", (snapshot, _) => snapshot.VolumeId)
        .With("volume-size", (snapshot, _) => $"{snapshot.SizeGiB}")
        .WithNone("owner-alias")
        .WithTags((snapshot, call) => snapshot.TagsShownTo(call));

    private protected override string IdParameter => "SnapshotId";

    private protected override string SetElement => "snapshotSet";

    private protected override FilterTable<Snapshot> Filters => Table;

    private protected override Shelf<Snapshot> ShelfOf(Region region) => region.Snapshots;

    private protected override void CheckId(string id) => SnapshotErrors.CheckId(id);

    private protected override Ec2Exception NotFound(IReadOnlyList<string> ids) => SnapshotErrors.NotFound(ids);

    private protected override bool IsSeen(Snapshot item, Call call) => item.IsVisibleTo(call.AccountId);

    private protected override Func<Snapshot, bool> Selection(Call call, bool named)
    {
        var owners = Accounts(call, "Owner", "amazon");
        var restorableBy = Accounts(call, "RestorableBy", "all");
        return snapshot => snapshot.IsVisibleTo(call.AccountId)
            && (owners.Count == 0 || owners.Contains(snapshot.OwnerId))
            && (restorableBy.Count == 0 || restorableBy.Any(snapshot.IsVisibleTo));
    }

    /// <summary>The accounts of a list: <c>self</c> is the caller, <c>amazon</c> the one of Amazon's own.</summary>
    /// <param name="other">What else may stand there.</param>
    private static HashSet<string> Accounts(Call call, string list, string other)
    {
        var named = call.Parameters.List(list);
        return named.FirstOrDefault(who => who != "self" && who != other && !new Permission(Permission.UserId, who).IsWellFormed) is { } unknown
            ? throw SnapshotErrors.InvalidUser(unknown)
            : [.. named.Select(who => who switch { "self" => call.AccountId, "amazon" => ImageXml.AmazonAccountId, _ => who })];
    }

    private protected override void Write(ResponseWriter response, Snapshot item, Call call) => SnapshotXml.Write(response, item, call);
}
