using Amicast.Simulator.Ec2.Resources;
using Amicast.Simulator.Ec2.Wire;

namespace Amicast.Simulator.Ec2.Instances;

internal sealed class DescribeInstanceAttribute : Operation
{
    internal override Effect Prepare(Call call)
    {
        var instance = call.Instance(call.Parameters.Required("InstanceId"));
        var attribute = call.Parameters.Required("Attribute");
        Reply write = attribute switch
        {
            "instanceType" => Value(attribute, instance.InstanceType),
            "disableApiTermination" => Value(attribute, Text(instance.DisableApiTermination)),
            "ebsOptimized" => Value(attribute, Text(instance.EbsOptimized)),
            "enaSupport" or "sourceDestCheck" => Value(attribute, "true"),
            "disableApiStop" => Value(attribute, Text(instance.DisableApiStop)),
            "instanceInitiatedShutdownBehavior" => Value(attribute, instance.ShutdownBehavior),
            "rootDeviceName" => Value(attribute, instance.RootDeviceName),
            "userData" => Value(attribute, instance.UserData),
            "blockDeviceMapping" => response => InstanceXml.WriteVolumes(response, instance.VolumesAt(call.Now)),
            "groupSet" => response => InstanceXml.WriteGroups(response, instance.SecurityGroupIds, call.Region),
            "productCodes" => response => response.WriteProductCodes(instance.ProductCodes),
            "kernel" or "ramdisk" or "sriovNetSupport" or "enclaveOptions" => throw RequestErrors.Unsupported($"the instance attribute {attribute}"),
            _ => throw RequestErrors.InvalidValue("attribute", attribute),
        };
        return () => response =>
        {
            response.Text("instanceId", instance.Id);
            write(response);
        };
    }

    private static string Text(bool value) => value ? "true" : "false";

    private static Reply Value(string attribute, string? value) => response =>
    {
        response.Open(attribute);
        response.Text("value", value);
        response.Close(attribute);
    };
}
