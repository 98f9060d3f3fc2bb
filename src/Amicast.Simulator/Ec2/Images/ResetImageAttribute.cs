using Amicast.Simulator.Ec2.Wire;

namespace Amicast.Simulator.Ec2.Images;

/// <summary>Takes all launch permissions from an image: it is private again.</summary>
internal sealed class ResetImageAttribute : ChangeImage
{
    private protected override Action Change(Image image, Call call) => call.Parameters.Required("Attribute") switch
    {
        "launchPermission" => image.Permissions.Clear,
        var other => throw RequestErrors.InvalidValue("attribute", other),
    };
}
