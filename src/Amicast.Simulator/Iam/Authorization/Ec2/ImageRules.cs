using Amicast.Simulator.Ec2;
using Amicast.Simulator.Ec2.Images;
using Amicast.Simulator.Ec2.Resources;

namespace Amicast.Simulator.Iam.Authorization.Ec2;

/// <summary>What the operations on images authorise.</summary>
/// <remarks>Source: "Actions, resources, and condition keys for Amazon EC2".</remarks>
internal static class ImageRules
{
    internal const string DeleteSnapshot = "ec2:DeleteSnapshot";

    private static readonly string[] OfOneImage =
    [
        "DescribeImageAttribute", "EnableImage", "DisableImage", "EnableImageDeprecation", "DisableImageDeprecation",
        "EnableImageDeregistrationProtection", "DisableImageDeregistrationProtection",
    ];

    private static readonly string[] Valued = ["Description", "ImdsSupport"];

    internal static IEnumerable<AuthorizationRule> All =>
    [
        new("ec2:CreateImage", CreateImageRule.Ask, TagsAtCreation.Action),
        new("ec2:RegisterImage", RegisterImageRule.Ask, TagsAtCreation.Action),
        new("ec2:CopyImage", CopyImageRule.Ask, [TagsAtCreation.Action, .. EncryptionActions.All]),
        new("ec2:DeregisterImage", Image, DeleteSnapshot),
        new("ec2:ModifyImageAttribute", Attribute),
        new("ec2:ResetImageAttribute", Attribute),
        .. OfOneImage.Select(operation => new AuthorizationRule($"ec2:{operation}", Image)),
    ];

    /// <summary>Whether the caller may delete a snapshot that goes with its image.</summary>
    internal static IEnumerable<AuthorizationRequest> Deletion(Call call, Simulator.Ec2.Snapshots.Snapshot snapshot) =>
        [call.Ask(DeleteSnapshot, Ec2Resources.Of(call, snapshot, call.Region))];

    private static IEnumerable<AuthorizationRequest> Image(Call call) =>
        [call.Ask($"ec2:{call.Request.Operation}", Ec2Resources.Of(call, call.OwnImage(), call.Region))];

    /// <summary>
    /// Who is given or loses a permission is no key of these actions: <c>ec2:Add/userId</c> and its like are those of snapshots.
    /// A choice: how AWS spells the value of <c>ec2:Attribute</c> is not documented but for <c>Description</c>; it is the parameter's name.
    /// </summary>
    private static IEnumerable<AuthorizationRequest> Attribute(Call call)
    {
        var image = Ec2Resources.Of(call, call.OwnImage(), call.Region);
        var attribute = AttributeOf(call);
        var value = attribute is not null && Valued.Contains(attribute) ? call.Parameters.Structure(attribute).Text("Value") ?? call.Parameters.Text("Value") : null;
        return [call.Ask($"ec2:{call.Request.Operation}", image.With("ec2:Attribute", attribute).With($"ec2:Attribute/{attribute}", value))];
    }

    private static string? AttributeOf(Call call)
    {
        var parameters = call.Parameters;
        if (parameters.Text("Attribute") is { Length: > 0 } named)
        {
            return char.ToUpperInvariant(named[0]) + named[1..];
        }

        return PermissionChange.Read(parameters, "LaunchPermission").IsEmpty
            ? Valued.FirstOrDefault(parameters.Has)
            : "LaunchPermission";
    }
}
