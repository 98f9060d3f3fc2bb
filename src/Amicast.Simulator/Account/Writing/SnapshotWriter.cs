using Amicast.Simulator.Documents;

namespace Amicast.Simulator.Account.Writing;

/// <summary>Writes a snapshot of an account document.</summary>
internal static class SnapshotWriter
{
    internal static DocumentWriter Write(SnapshotDocument snapshot) => new DocumentWriter()
        .Text("snapshotId", snapshot.SnapshotId)
        .Text("ownerId", snapshot.OwnerId)
        .Text("volumeId", snapshot.VolumeId, Ec2.Snapshots.Snapshot.NoVolume)
        .Text("lineage", snapshot.Lineage)
        .Whole("sizeGiB", snapshot.SizeGiB)
        .Text("description", snapshot.Description, "")
        .With(snapshot.Encryption, VolumeWriter.Encryption)
        .Moment("createdAt", snapshot.CreatedAt)
        .Moment("completesAt", snapshot.CompletesAt)
        .Number("pace", snapshot.Pace, 1)
        .Number("stallSeconds", snapshot.StallSeconds, 0)
        .Whole("shownBeforeLeap", snapshot.ShownBeforeLeap)
        .Part("mishap", snapshot.Mishap, Mishap)
        .Flag("incremental", snapshot.Incremental)
        .Whole("completionDurationMinutes", snapshot.CompletionDurationMinutes)
        .Texts("createVolumePermissions", snapshot.CreateVolumePermissions)
        .TextByName("tags", snapshot.Tags);

    internal static DocumentWriter Mishap(MishapDocument mishap) => new DocumentWriter()
        .Moment("at", mishap.At)
        .Part("reason", mishap.Reason, Reason);

    internal static DocumentWriter Reason(StateReasonDocument reason) => new DocumentWriter()
        .Text("code", reason.Code)
        .Text("message", reason.Message);
}
