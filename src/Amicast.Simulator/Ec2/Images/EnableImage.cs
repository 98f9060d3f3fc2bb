using Amicast.Simulator.Events;

namespace Amicast.Simulator.Ec2.Images;

/// <summary>Brings a disabled image back into use, for its owner alone: the launch permissions it had do not come back.</summary>
internal sealed class EnableImage : ChangeImage
{
    private protected override Action Change(Image image, Call call)
    {
        // A choice, as for DisableImage.
        if (image.StateAt(call.Now) is not (Image.Available or Image.Disabled))
        {
            throw ImageErrors.Unavailable(image, call.Now);
        }

        return () =>
        {
            if (image.IsDisabled)
            {
                image.IsDisabled = false;
                call.Announce(image, Image.Available);
            }
        };
    }
}
