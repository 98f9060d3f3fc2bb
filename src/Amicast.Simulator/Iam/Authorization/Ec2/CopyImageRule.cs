using Amicast.Simulator.Ec2;
using Amicast.Simulator.Ec2.Images;
using Amicast.Simulator.Ec2.Resources;

namespace Amicast.Simulator.Iam.Authorization.Ec2;

/// <summary>CopyImage: the source image, by its ARN in its own Region, and the image and the snapshots to be. The keys of the copy are asked for later.</summary>
/// <remarks>
/// Source: "Grant permissions to copy Amazon EC2 AMIs", EC2 user guide: the permission is the snapshots' too. The reference lists for the image
/// neither tags that it has nor whether it is public; so none are there, and a source cannot be told by its tags. The source's snapshots are not
/// asked for: the keys that the reference lists for snapshots are those of new ones.
/// </remarks>
internal static class CopyImageRule
{
    private const string Action = "ec2:CopyImage";

    internal static IEnumerable<AuthorizationRequest> Ask(Call call)
    {
        var source = call.Account.RegionNamed(call.Parameters.Required("SourceRegion"));
        var image = call.Image(source, call.Parameters.Required("SourceImageId"));
        var tags = CopyImage.TagsOf(call, image);
        return
        [
            call.Ask(Action, Ec2Resources.Of(call, image, source).WithoutTags().Without("ec2:ImageType", "ec2:Public", "ec2:RootDeviceType")),
            call.Ask(Action, Ec2Resources.New(call, "image", tags.GetValueOrDefault("image", TagSet.None))),
            call.Ask(Action, Ec2Resources.New(call, "snapshot", tags.GetValueOrDefault("snapshot", TagSet.None))),
            .. TagsAtCreation.Ask(call, tags, "CopyImage", "image", "snapshot"),
        ];
    }
}
