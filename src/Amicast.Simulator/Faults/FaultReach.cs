using Amicast.Simulator.Ec2;
using Amicast.Simulator.Services;

namespace Amicast.Simulator.Faults;

/// <summary>Which operations each kind of fault can strike. A rule for another operation would never strike, so it is refused.</summary>
internal static class FaultReach
{
    private static readonly string[] Images = ["CreateImage", "CopyImage"];
    private static readonly string[] Snapshots = ["CreateSnapshot", "CreateSnapshots", "CopySnapshot"];
    private static readonly string[] Launches = ["RunInstances", "CreateFleet"];
    private static readonly string[] Creating = [.. Images, "RegisterImage", .. Snapshots, "CreateVolume", .. Launches, "CreateLaunchTemplate"];

    private static readonly string[] Telling =
    [
        .. Images, "RegisterImage", "EnableImage", "DisableImage", "DeregisterImage", .. Snapshots, .. Launches,
        "StartInstances", "StopInstances", "TerminateInstances", "DeleteFleets",
    ];

    private static readonly string[] All = [.. Operations.ByName.Keys.Concat(CloudServices.OtherOperations).Order(StringComparer.Ordinal)];

    internal static IReadOnlyList<string> OperationsOf(FaultKind kind) => kind switch
    {
        // Of an image that is deregistered it is the name that is found for a while.
        FaultKind.NotFoundAfterCreation => [.. Creating, "DeregisterImage"],
        FaultKind.ImageFails or FaultKind.SnapshotsShownLate => Images,
        FaultKind.SnapshotFails or FaultKind.NeverCompletes or FaultKind.Slow or FaultKind.Stalls or FaultKind.Jumps => [.. Images, .. Snapshots],
        FaultKind.NoCapacity => [.. Launches, "StartInstances"],
        FaultKind.InstanceFails => Launches,
        FaultKind.EventLost or FaultKind.EventLate or FaultKind.EventTwice => Telling,
        _ => All,
    };
}
