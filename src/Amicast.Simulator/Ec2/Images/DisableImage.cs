using Amicast.Simulator.Events;

namespace Amicast.Simulator.Ec2.Images;

/// <summary>Takes an available image out of use. All its launch permissions go, for good; its snapshots stay.</summary>
internal sealed class DisableImage : ChangeImage
{
    private protected override Action Change(Image image, Call call)
    {
        // A choice: public sources give no code for an image that is not available; disabling it again is no error.
        if (image.StateAt(call.Now) is not (Image.Available or Image.Disabled))
        {
            throw ImageErrors.Unavailable(image, call.Now);
        }

        return () =>
        {
            image.Permissions.Clear();
            if (!image.IsDisabled)
            {
                image.IsDisabled = true;
                call.Announce(image, Image.Disabled);
            }
        };
    }
}
