namespace Amicast.Simulator.Ec2.Images;

internal sealed class EnableImageDeregistrationProtection : ChangeImage
{
    private protected override Action Change(Image image, Call call)
    {
        var hasCooldown = call.Parameters.Flag("WithCooldown") == true;
        return () => image.Protection = new(IsEnabled: true, hasCooldown, DateTimeOffset.MinValue);
    }
}
