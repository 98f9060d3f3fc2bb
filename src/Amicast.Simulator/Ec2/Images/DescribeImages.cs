using Amicast.Simulator.Ec2.Regions;
using Amicast.Simulator.Ec2.Resources;
using Amicast.Simulator.Ec2.Wire;

namespace Amicast.Simulator.Ec2.Images;

internal sealed class DescribeImages : DescribeOperation<Image>
{
    private static readonly FilterTable<Image> Table = new FilterTable<Image>()
        .With("architecture", (image, _) => image.Architecture)
        .WithMany("block-device-mapping.delete-on-termination", (image, _) => image.Devices.Select(device => FilterTable.Text(device.DeleteOnTermination)))
        .WithMany("block-device-mapping.device-name", (image, _) => image.Devices.Select(device => device.DeviceName))
        .WithMany("block-device-mapping.encrypted", (image, _) => image.Devices.Select(device => FilterTable.Text(device.Snapshot.Key is not null)))
        .WithMany("block-device-mapping.snapshot-id", ShownSnapshots)
        .WithMany("block-device-mapping.volume-size", (image, _) => image.Devices.Select(device => $"{device.Snapshot.SizeGiB}"))
        .WithMany("block-device-mapping.volume-type", (image, _) => image.Devices.Select(device => device.VolumeType))
        .With("creation-date", (image, _) => ImageXml.CreationDate(image))
        .With("description", (image, _) => image.Description)
        .With("ena-support", (_, _) => "true")
        .With("hypervisor", (_, _) => ImageXml.Hypervisor)
        .With("image-id", (image, _) => image.Id)
        .With("image-type", (_, _) => ImageXml.ImageType)
        .With("is-public", (image, _) => FilterTable.Text(image.IsPublic))
        .With("manifest-location", (image, _) => ImageXml.Location(image))
        .With("name", (image, _) => image.Name)
        .With("owner-alias", (image, _) => ImageXml.OwnerAlias(image))
        .With("owner-id", (image, _) => image.OwnerId)
        .WithMany("product-code", (image, _) => image.ProductCodes)
        .WithMany("product-code.type", (image, _) => image.ProductCodes.Select(_ => ProductCodeXml.Type))
        .With("root-device-name", (image, _) => image.RootDeviceName)
        .With("root-device-type", (_, _) => ImageXml.RootDeviceType)
        .With("source-image-id", (image, _) => image.SourceImageId)
        .With("source-image-region", (image, _) => image.SourceImageRegion)
        .With("source-instance-id", (image, _) => image.SourceInstanceId)
        .With("state", (image, now) => image.StateAt(now))
        .With("state-reason-code", (image, now) => image.StateReasonAt(now)?.Code)
        .With("state-reason-message", (image, now) => image.StateReasonAt(now)?.Message)
        .With("virtualization-type", (_, _) => ImageXml.VirtualizationType)
        .WithNone("kernel-id", "platform", "ramdisk-id", "sriov-net-support")
        .Refusing("free-tier-eligible", "image-allowed")
        .WithTags((image, call) => image.TagsShownTo(call));

    private protected override string IdParameter => "ImageId";

    private protected override string SetElement => "imagesSet";

    private protected override FilterTable<Image> Filters => Table;

    private protected override (int Least, int Most) PageSizes => (1, 1000);

    private protected override bool PagesNamed => true;

    private protected override Shelf<Image> ShelfOf(Region region) => region.Images;

    private protected override void CheckId(string id) => ImageErrors.CheckId(id);

    private protected override Ec2Exception NotFound(IReadOnlyList<string> ids) => ImageErrors.NotFound(ids);

    private protected override bool IsSeen(Image item, Call call) => item.IsVisibleTo(call.Caller);

    private protected override Func<Image, bool> Selection(Call call, bool named)
    {
        var owners = call.Parameters.List("Owner");
        if (owners.FirstOrDefault(owner => !IsOwner(owner)) is { } unknown)
        {
            throw new Ec2Exception("InvalidUserID.Malformed", $"Invalid user id: \"{unknown}\"");
        }

        var accounts = owners.Select(owner => AccountOf(owner, call)).ToHashSet();
        var executableBy = call.Parameters.List("ExecutableBy").ToHashSet();
        var (deprecated, disabled) = (call.Parameters.Flag("IncludeDeprecated") == true, call.Parameters.Flag("IncludeDisabled") == true);
        CheckDisabledFilter(call.Parameters, disabled);
        return image => image.IsVisibleTo(call.Caller)
            && (disabled || image.StateAt(call.Now) != Image.Disabled)
            && (deprecated || named || image.OwnerId == call.AccountId || !(call.Now >= image.DeprecatedAt))
            && (accounts.Count == 0 || accounts.Contains(image.OwnerId))
            && (executableBy.Count == 0 || executableBy.Any(who => MayLaunch(image, who, call)));
    }

    private protected override void Write(ResponseWriter response, Image item, Call call) => ImageXml.Write(response, item, call);

    private static void CheckDisabledFilter(Parameters parameters, bool disabled)
    {
        if (!disabled && parameters.Structures("Filter").Any(filter => filter.Text("Name") == "state" && filter.List("Value").Contains(Image.Disabled)))
        {
            throw new Ec2Exception("InvalidParameter", "The filter 'state' with the value 'disabled' requires IncludeDisabled.");
        }
    }

    private static IEnumerable<string> ShownSnapshots(Image image, DateTimeOffset now) =>
        now >= image.SnapshotsShownAt ? image.Devices.Select(device => device.Snapshot.Id) : [];

    private static bool IsOwner(string owner) =>
        owner is "self" or "amazon" or "aws-marketplace" or "aws-backup-vault" || new Permission(Permission.UserId, owner).IsWellFormed;

    private static string AccountOf(string owner, Call call) => owner switch
    {
        "self" => call.AccountId,
        "amazon" => ImageXml.AmazonAccountId,
        _ => owner,
    };

    private static bool MayLaunch(Image image, string who, Call call) => who switch
    {
        "all" => image.IsPublic,
        "self" => image.Permissions.Contains(new(Permission.UserId, call.AccountId)),
        _ => image.Permissions.Contains(new(Permission.UserId, who)),
    };
}
