using Amicast.Simulator.Ec2.Limits;
using Amicast.Simulator.Ec2.Regions;
using Amicast.Simulator.Ec2.Resources;
using Amicast.Simulator.Ec2.Wire;

namespace Amicast.Simulator.Ec2.Images;

/// <summary>One attribute a call: LaunchPermission, Description or ImdsSupport, each in its own parameter or by Attribute and Value.</summary>
internal sealed class ModifyImageAttribute : Operation
{
    internal override Effect Prepare(Call call)
    {
        var image = call.OwnImage();
        var change = Change(call, image);
        return () =>
        {
            change();
            return response => response.Flag("return", true);
        };
    }

    private static Action Change(Call call, Image image)
    {
        var parameters = call.Parameters;
        var permissions = PermissionChange.Read(parameters, "LaunchPermission");
        var (description, imds) = (Value(parameters, "Description", "description"), Value(parameters, "ImdsSupport", "imdsSupport"));
        var asked = (permissions.IsEmpty ? 0 : 1) + (description is null ? 0 : 1) + (imds is null ? 0 : 1);
        if (asked > 1)
        {
            throw RequestErrors.InvalidCombination("Only one attribute can be modified at a time.");
        }

        return (permissions.IsEmpty, description, imds) switch
        {
            (false, _, _) => ChangePermissions(permissions, image, call),
            (_, { } text, _) => ChangeDescription(image, text),
            (_, _, "v2.0") => () => image.ImdsSupport = imds,
            (_, _, { } other) => throw RequestErrors.InvalidValue("ImdsSupport", other),
            _ => throw Missing(parameters),
        };
    }

    private static string? Value(Parameters parameters, string structure, string attribute) =>
        parameters.Structure(structure).Text("Value") ?? (parameters.Text("Attribute") == attribute ? parameters.Required("Value") : null);

    private static Action ChangeDescription(Image image, string text)
    {
        var description = ImageName.ReadDescription(text);
        return () => image.Description = description;
    }

    private static Action ChangePermissions(PermissionChange change, Image image, Call call)
    {
        if (change.Add.Concat(change.Remove).FirstOrDefault(permission => !permission.IsWellFormed) is { } malformed)
        {
            throw ImageErrors.InvalidItem(malformed);
        }

        // A choice: public sources do not say what EC2 answers for a pending image.
        image.Available(call.Now);
        if (change.Add.Count > 0 && image.Devices.Any(device => device.Snapshot.Key is { IsAwsManaged: true }))
        {
            throw ImageErrors.UnderManagedKey();
        }

        if (change.Add.Contains(Permission.Public) && image.Devices.Any(device => device.Snapshot.Key is not null))
        {
            throw ImageErrors.EncryptedForAll();
        }

        if (change.Add.Contains(Permission.Public) && image.ProductCodes.Count > 0)
        {
            throw ImageErrors.HasProductCodes(image);
        }

        if (change.Add.Contains(Permission.Public) && call.Region.Settings.ImageBlockPublicAccess != PublicAccess.Unblocked)
        {
            throw ImageErrors.PublicAccessBlocked();
        }

        call.CheckSharing(image, change);
        return () => change.Apply(image.Permissions);
    }

    private static Ec2Exception Missing(Parameters parameters) => parameters.Text("Attribute") switch
    {
        null or "launchPermission" => RequestErrors.MissingParameter("LaunchPermission"),
        "productCodes" => RequestErrors.Unsupported("the image attribute productCodes"),
        var other => RequestErrors.InvalidValue("attribute", other),
    };
}
