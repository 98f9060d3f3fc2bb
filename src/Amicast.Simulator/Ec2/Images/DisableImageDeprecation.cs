namespace Amicast.Simulator.Ec2.Images;

internal sealed class DisableImageDeprecation : ChangeImage
{
    private protected override Action Change(Image image, Call call) => () => image.DeprecatedAt = null;
}
