using Amicast.Simulator.Faults;

namespace Amicast.Simulator.Ec2.Images;

/// <summary>The names of images that are deregistered, as long as EC2 still takes them for used: only where the fault of what is found late strikes.</summary>
/// <remarks>Source: "Error codes for the Amazon EC2 API", InvalidAMIName.Duplicate. A choice: for as long as something new may be out of sight.</remarks>
internal sealed class HeldNames
{
    private readonly Dictionary<string, (Image Image, DateTimeOffset Until)> _held = [];

    internal void Hold(Image image, Call call)
    {
        if (call.Strikes(FaultKind.NotFoundAfterCreation))
        {
            _held[image.Name] = (image, call.Now + call.Delay());
        }
    }

    /// <summary>The image that had the name, if it is held.</summary>
    internal Image? Find(string name, DateTimeOffset now) => _held.TryGetValue(name, out var held) && now < held.Until ? held.Image : null;
}
