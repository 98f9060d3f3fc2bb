using Amicast.Simulator.Ec2.Resources;
using Amicast.Simulator.Ec2.Wire;

namespace Amicast.Simulator.Ec2.Snapshots;

internal static class SnapshotErrors
{
    internal static void CheckId(string id) => ResourceIds.Check(id, "snap", "InvalidSnapshotID.Malformed");

    internal static Ec2Exception NotFound(IReadOnlyList<string> ids) => new("InvalidSnapshot.NotFound", ids.Count == 1
        ? $"The snapshot '{ids[0]}' does not exist."
        : $"The snapshots '{string.Join(", ", ids)}' do not exist.");

    internal static Ec2Exception InUse(string id, string imageId) =>
        new("InvalidSnapshot.InUse", $"The snapshot {id} is currently in use by {imageId}");

    internal static Ec2Exception UnderManagedKey() =>
        new("OperationNotPermitted", "Encrypted snapshots with EBS default key cannot be shared");

    /// <summary>A choice: no public source gives the code for giving an encrypted snapshot to all.</summary>
    internal static Ec2Exception EncryptedForAll() =>
        new("OperationNotPermitted", "Encrypted snapshots cannot be made public");

    /// <summary>A choice: no public source gives the code for using a snapshot that is not completed.</summary>
    internal static Ec2Exception NotCompleted(string id) => new("IncorrectState", $"Snapshot '{id}' is not in a valid state.");

    /// <summary>A choice: no public source gives the code for block public access for snapshots.</summary>
    internal static Ec2Exception PublicAccessBlocked() => new(
        "OperationNotPermitted",
        "You can't publicly share this snapshot because block public access for snapshots is enabled for your account in this Region.");

    internal static StateReason Failed { get; } = new("Client.InternalError", "An internal error has occurred");

    internal static StateReason KeyNotAccessible { get; } = new("Client.InvalidKMSKey.InvalidState", "Given key ID is not accessible");

    internal static Ec2Exception InvalidUser(string value) =>
        new("InvalidUserID.Malformed", $"Invalid user id: \"{value}\"");
}
