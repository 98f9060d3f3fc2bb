using Amazon.EC2.Model;
using Amicast.Requests;
using Amicast.Sharing;

namespace Amicast.Plans.Concerns;

/// <summary>
/// The permissions of an image that was there before the run, and of its snapshots: written into the plan where the run will change them, before
/// anything is changed.
/// </summary>
internal sealed class ExistingPermissions(PlanScope scope, SourceConcern source) : PlanConcern
{
    private bool _isOurs;
    private IReadOnlyList<PermissionsBefore>? _before;

    private PlanRegion? Region => scope.Request.Source.ImageId is null ? null : scope.Regions.FirstOrDefault(region => region.IsSource && region.Wanted.Share is not null);

    internal override async Task LookAsync(CancellationToken cancellation)
    {
        if (Region is { } region)
        {
            var ask = new DescribeImagesRequest { Owners = ["self"], Filters = [new Filter("image-id", [scope.Request.Source.ImageId!])], IncludeDisabled = true };
            _isOurs = (await region.Ec2.DescribeImagesAsync(ask, cancellation)).Images?.Count > 0;
        }
    }

    internal override async Task LookFurtherAsync(CancellationToken cancellation)
    {
        // Another account's image cannot be shared; that is the concern of its ownership.
        if (_isOurs && Region is { } region && source.Facts?.Image is { } image)
        {
            _before = await ReadAsync(region, image, PlanDraft.ToPlan(region.Wanted.Share)!, cancellation);
        }
    }

    internal override PlannedDestination Complete(PlannedDestination planned, PlanRegion region) => region == Region ? planned with { PermissionsBefore = _before } : planned;

    private async Task<IReadOnlyList<PermissionsBefore>?> ReadAsync(PlanRegion region, Image image, PlannedShare share, CancellationToken cancellation)
    {
        var ofImage = ReadAsync(new LaunchPermissions(region.Ec2, image.ImageId), WantedPermissions.OfImage(share), cancellation);
        var ofSnapshots = WantedPermissions.OfSnapshots(share) is { } wanted
            ? Steps.RunImages.SnapshotsOf(image).Select(id => ReadAsync(new SnapshotPermissions(region.Ec2, id), wanted, cancellation))
            : [];
        var found = await Task.WhenAll(ofSnapshots.Prepend(ofImage));
        CheckQuota(region, (await ofImage).Holders, share);
        TellChanges(region, image.ImageId, (await ofImage).Holders, WantedPermissions.OfImage(share));
        var changed = found.Where(one => one.Changes).GroupBy(one => string.Join(',', one.Holders), one => one).ToList();
        return changed.Count == 0 ? null : [.. changed.Select(same => new PermissionsBefore([.. same.Select(one => one.Id)], same.First().Holders))];
    }

    private static async Task<(string Id, IReadOnlyList<string> Holders, bool Changes)> ReadAsync(IPermissions permissions, WantedPermissions wanted, CancellationToken cancellation)
    {
        var holders = await permissions.ReadAsync(cancellation);
        return (permissions.ResourceId, [.. holders.Order(StringComparer.Ordinal)], !wanted.IsMetBy(holders));
    }

    private static void TellChanges(PlanRegion region, string imageId, IReadOnlyList<string> found, WantedPermissions wanted)
    {
        if (wanted.SurplusIn(found) is { Count: > 0 } surplus)
        {
            region.Findings.Change($"{imageId} is shared no longer with {string.Join(", ", surplus)}");
        }

        if (wanted.MissingFrom(found) is { Count: > 0 } missing)
        {
            region.Findings.Change($"{imageId} is newly shared with {string.Join(", ", missing)}");
        }
    }

    private void CheckQuota(PlanRegion region, IReadOnlyList<string> found, PlannedShare share)
    {
        var wanted = WantedPermissions.OfImage(share);
        var entities = found.Except(wanted.SurplusIn(found)).Union(wanted.MissingFrom(found)).Count(holder => holder != IPermissions.Everyone);
        if (share.Mode != ShareMode.Exact && entities > scope.Deployment.SharingQuota)
        {
            region.Findings.Refuse(region.Wanted.Share!.Path, "SharingQuota", $"the image would be shared with {entities} accounts, organizations and units, those that hold it already among them; the quota is {scope.Deployment.SharingQuota}",
                "share with organizations in place of their accounts, or revoke what is not listed by \"mode\": \"exact\"");
        }
    }
}
