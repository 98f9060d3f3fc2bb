namespace Amicast.Simulator.Ec2.Images;

/// <summary>Switches the protection off: at once, or 24 hours later if it was enabled with a cool-down.</summary>
internal sealed class DisableImageDeregistrationProtection : ChangeImage
{
    private protected override Action Change(Image image, Call call) => () => image.Protection = image.Protection.SwitchedOff(call.Now);
}
