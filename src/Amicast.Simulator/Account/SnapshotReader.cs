using Amicast.Simulator.Documents;

namespace Amicast.Simulator.Account;

/// <summary>Reads a snapshot of an account document.</summary>
internal static class SnapshotReader
{
    private const double LargestPace = 100;
    private const int LongestCompletion = 2880;
    private const double LongestStallSeconds = 60 * 60 * 24 * 366;

    internal static SnapshotDocument Read(DocumentObject snapshot, RegionNames names)
    {
        var snapshotId = snapshot.OwnId("snapshotId", "snap", names.Ids);
        names.Snapshots.Add(snapshotId);
        return new(snapshotId, VolumeReader.ReadSize(snapshot))
        {
            OwnerId = snapshot.Text("ownerId", AccountReader.IsAccountId, "an account id of twelve digits"),
            VolumeId = snapshot.Id("volumeId", "vol") ?? Ec2.Snapshots.Snapshot.NoVolume,
            Lineage = snapshot.Text("lineage"),
            Description = snapshot.Text("description") ?? "",
            Encryption = KeyReader.ReadEncryption(snapshot, names.Keys),
            CreatedAt = snapshot.Moment("createdAt"),
            CompletesAt = snapshot.Moment("completesAt"),
            Pace = snapshot.Number("pace", 0, LargestPace) ?? 1,
            StallSeconds = snapshot.Number("stallSeconds", 0, LongestStallSeconds) ?? 0,
            ShownBeforeLeap = snapshot.Whole("shownBeforeLeap", 0, 99),
            Mishap = snapshot.Object("mishap", ReadMishap),
            Incremental = snapshot.Flag("incremental") == true,
            CompletionDurationMinutes = snapshot.Whole("completionDurationMinutes", 1, LongestCompletion),
            CreateVolumePermissions = ImageReader.ReadPermissions(snapshot, "createVolumePermissions"),
            Tags = snapshot.TextByName("tags"),
        };
    }

    internal static MishapDocument ReadMishap(DocumentObject mishap) => new(mishap.Moment("at"), mishap.Object("reason", ReadReason));

    internal static StateReasonDocument ReadReason(DocumentObject reason) => new(reason.RequiredText("code"), reason.RequiredText("message"));
}
