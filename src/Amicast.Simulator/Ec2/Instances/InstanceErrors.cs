using System.Net;
using Amicast.Simulator.Ec2.Resources;
using Amicast.Simulator.Ec2.Wire;

namespace Amicast.Simulator.Ec2.Instances;

internal static class InstanceErrors
{
    internal static void CheckId(string id) => ResourceIds.Check(id, "i", "InvalidInstanceID.Malformed");

    internal static Ec2Exception NotFound(IReadOnlyList<string> ids) => new("InvalidInstanceID.NotFound", ids.Count == 1
        ? $"The instance ID '{ids[0]}' does not exist"
        : $"The instance IDs '{string.Join(", ", ids)}' do not exist");

    internal static Ec2Exception IncorrectState(Instance instance, string action) =>
        new("IncorrectInstanceState", $"The instance '{instance.Id}' is not in a state from which it can be {action}.");

    internal static Ec2Exception TerminationProtected(string id) => new(
        "OperationNotPermitted",
        $"The instance '{id}' may not be terminated. Modify its 'disableApiTermination' instance attribute and try again.");

    internal static Ec2Exception StopProtected(string id) => new(
        "OperationNotPermitted",
        $"The instance '{id}' may not be stopped. Modify its 'disableApiStop' instance attribute and try again.");

    /// <summary>Every Spot Instance here is of a one-time request.</summary>
    internal static Ec2Exception OneTimeSpot(string id) => new(
        "UnsupportedOperation",
        $"You can't stop the Spot Instance '{id}' because it is associated with a one-time Spot Instance request.");

    internal static Ec2Exception NoCapacity(string instanceType, string zone) => new(
        "InsufficientInstanceCapacity",
        $"We currently do not have sufficient {instanceType} capacity in the Availability Zone you requested ({zone}).",
        HttpStatusCode.InternalServerError);

    internal static Ec2Exception IdempotentInstanceTerminated() =>
        new("IdempotentInstanceTerminated", "The request to launch an instance used a client token whose instance has been terminated.");

    internal static StateReason KeyNotEnabled { get; } = new(
        "Client.InvalidKMSKey.InvalidState", "Client.InvalidKMSKey.InvalidState: The KMS key provided is in an incorrect state");

    internal static StateReason SpotInterrupted { get; } = new("Server.SpotInstanceTermination", "Server.SpotInstanceTermination: Spot instance termination");

    internal static StateReason LaunchFailed { get; } = new("Client.InternalError", "Client.InternalError: Client error on launch");
}
