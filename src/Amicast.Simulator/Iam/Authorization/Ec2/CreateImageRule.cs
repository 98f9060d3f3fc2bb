using Amicast.Simulator.Ec2;
using Amicast.Simulator.Ec2.Images;
using Amicast.Simulator.Ec2.Instances;
using Amicast.Simulator.Ec2.Resources;
using Amicast.Simulator.Ec2.Tags;

namespace Amicast.Simulator.Iam.Authorization.Ec2;

/// <summary>CreateImage: the instance, the image to be, and a snapshot to be for every volume that goes into it.</summary>
/// <remarks>
/// No key is asked for: a snapshot of an encrypted volume is under the volume's own key, and no public source says that the caller needs it.
/// </remarks>
internal static class CreateImageRule
{
    private const string Action = "ec2:CreateImage";

    internal static IEnumerable<AuthorizationRequest> Ask(Call call)
    {
        var instance = call.Instance(call.Parameters.Required("InstanceId"));
        var tags = TagSpecifications.Read(call.Parameters, "image", "snapshot");
        var snapshot = Ec2Resources.New(call, "snapshot", tags.GetValueOrDefault("snapshot", TagSet.None));
        return
        [
            call.Ask(Action, Ec2Resources.New(call, "image", tags.GetValueOrDefault("image", TagSet.None))),
            call.Ask(Action, Ec2Resources.Of(call, instance)),
            .. CreateImageDevices.Read(call.Parameters, instance, call).Select(device => call.Ask(Action, SnapshotRules.OfVolume(call, snapshot, device.Volume))),
            .. TagsAtCreation.Ask(call, tags, "CreateImage", "image", "snapshot"),
        ];
    }
}
