using Amicast.Simulator.Ec2.Resources;
using Amicast.Simulator.Ec2.Wire;

namespace Amicast.Simulator.Ec2.Images;

internal sealed class DescribeImageAttribute : Operation
{
    internal override Effect Prepare(Call call)
    {
        var attribute = call.Parameters.Required("Attribute");
        var image = call.OwnImage();
        Reply write = attribute switch
        {
            "launchPermission" => response => response.List(
                attribute, image.Permissions, static (writer, permission) => writer.Text(permission.Element, permission.Value)),
            "description" => response => WriteValue(response, attribute, image.Description),
            "imdsSupport" => response => WriteValue(response, attribute, image.ImdsSupport),
            "blockDeviceMapping" => response => ImageXml.WriteDevices(response, image, call.Now),
            "deregistrationProtection" => response => WriteValue(response, attribute, image.Protection.StatusAt(call.Now)),
            "productCodes" => response => response.WriteProductCodes(image.ProductCodes),
            "kernel" or "ramdisk" or "sriovNetSupport" or "bootMode" or "tpmSupport" or "uefiData" or "lastLaunchedTime"
                => throw RequestErrors.Unsupported($"the image attribute {attribute}"),
            _ => throw RequestErrors.InvalidValue("attribute", attribute),
        };
        return () => response =>
        {
            response.Text("imageId", image.Id);
            write(response);
        };
    }

    private static void WriteValue(ResponseWriter response, string name, string? value)
    {
        response.Open(name);
        response.Text("value", value);
        response.Close(name);
    }
}
