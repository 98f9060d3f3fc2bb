using Amicast.Simulator.Ec2.Regions;
using Amicast.Simulator.Ec2.Wire;

namespace Amicast.Simulator.Ec2.Images;

/// <summary>The image that a request names.</summary>
internal static class FindImage
{
    /// <summary>An image of a Region that the caller may see.</summary>
    /// <exception cref="Ec2Exception">InvalidAMIID.Malformed, InvalidAMIID.NotFound.</exception>
    internal static Image Image(this Call call, Region region, string id)
    {
        ImageErrors.CheckId(id);
        return region.Images.TryFind(id, call.Now, out var image) && image.IsVisibleTo(call.Caller)
            ? image
            : throw ImageErrors.NotFound([id]);
    }

    /// <summary>The caller's own image, named by ImageId.</summary>
    /// <exception cref="Ec2Exception">As <see cref="Image"/>; MissingParameter; AuthFailure, for an image of another account.</exception>
    internal static Image OwnImage(this Call call)
    {
        var image = call.Image(call.Region, call.Parameters.Required("ImageId"));
        return image.OwnerId == call.AccountId ? image : throw RequestErrors.NotAuthorizedFor("image", image.Id);
    }

    /// <exception cref="Ec2Exception">InvalidAMIID.Unavailable.</exception>
    internal static Image Available(this Image image, DateTimeOffset now) =>
        image.StateAt(now) == Images.Image.Available ? image : throw ImageErrors.Unavailable(image, now);
}
