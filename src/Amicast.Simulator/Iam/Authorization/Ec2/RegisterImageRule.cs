using Amicast.Simulator.Ec2;
using Amicast.Simulator.Ec2.Resources;
using Amicast.Simulator.Ec2.Snapshots;
using Amicast.Simulator.Ec2.Tags;

namespace Amicast.Simulator.Iam.Authorization.Ec2;

/// <summary>RegisterImage: the image to be, and the snapshots that it is made of.</summary>
internal static class RegisterImageRule
{
    private const string Action = "ec2:RegisterImage";

    internal static IEnumerable<AuthorizationRequest> Ask(Call call)
    {
        var tags = TagSpecifications.Read(call.Parameters, "image");
        var snapshots = call.Parameters.Structures("BlockDeviceMapping")
            .Select(mapping => mapping.Structure("Ebs").Text("SnapshotId"))
            .OfType<string>()
            .Select(id => Ec2Resources.Of(call, call.OwnSnapshot(id), call.Region));
        return
        [
            call.Ask(Action, Ec2Resources.New(call, "image", tags.GetValueOrDefault("image", TagSet.None))),
            .. snapshots.Select(snapshot => call.Ask(Action, snapshot)),
            .. TagsAtCreation.Ask(call, tags, "RegisterImage", "image"),
        ];
    }
}
