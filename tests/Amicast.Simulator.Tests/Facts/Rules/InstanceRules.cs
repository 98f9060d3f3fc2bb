using static Amicast.Simulator.Tests.Facts.Rules.Step;

namespace Amicast.Simulator.Tests.Facts.Rules;

/// <summary>Which instances cannot be stopped.</summary>
internal static class InstanceRules
{
    internal static IReadOnlyList<Rule> All { get; } =
    [
        new(
            "A protected instance is not stopped",
            Shows("value", "DescribeInstanceAttribute&InstanceId=i-00000000000000002&Attribute=disableApiStop", "true"),
            Fails(
                "StopInstances&InstanceId.1=i-00000000000000002",
                "OperationNotPermitted 400: The instance 'i-00000000000000002' may not be stopped. Modify its 'disableApiStop' instance attribute and try again.")),
        new(
            "A Spot Instance of a one-time request is not stopped, and is terminated",
            Ok("RunInstances&ImageId=ami-00000000000000003&InstanceType=m7i.large&MinCount=1&MaxCount=1&InstanceMarketOptions.MarketType=spot"),
            Fails(
                "StopInstances&InstanceId.1={instanceId}",
                "UnsupportedOperation 400: You can't stop the Spot Instance '{instanceId}' because it is associated with a one-time Spot Instance request.").Later(TimeSpan.FromMinutes(10)),
            Ok("TerminateInstances&InstanceId.1={instanceId}")),
    ];
}
