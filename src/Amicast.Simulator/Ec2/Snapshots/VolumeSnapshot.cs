using Amicast.Simulator.Ec2.Resources;

namespace Amicast.Simulator.Ec2.Snapshots;

/// <summary>Makes the snapshot of one volume.</summary>
internal static class VolumeSnapshot
{
    private const int LongestDescription = 255;

    /// <exception cref="Wire.Ec2Exception">InvalidParameterValue.</exception>
    internal static string ReadDescription(Call call) => call.Parameters.Text("Description") switch
    {
        { Length: > LongestDescription } => throw Wire.RequestErrors.InvalidValue($"The description is longer than {LongestDescription} characters."),
        var description => description ?? "",
    };

    internal static Snapshot Take(Call call, Volume volume, string description, TagSet tags)
    {
        var snapshot = new Snapshot
        {
            Id = call.Account.Ids.Next("snap"),
            OwnerId = call.AccountId,
            CreatedAt = call.Now,
            Visibility = call.NewVisibility()(),
            Tags = tags,
            VolumeId = volume.Id,
            Lineage = volume.Id,
            SizeGiB = volume.SizeGiB,
            Description = description,
            Key = volume.Key,
            Course = SnapshotCourse.Draw(call, Duration(call, volume), call.CanUse(volume.Key) ? null : SnapshotErrors.KeyNotAccessible),
        };
        volume.Snapshots.Add(snapshot);
        call.Region.Snapshots.Add(snapshot);
        call.Region.Lineages.Remember(snapshot);
        return snapshot;
    }

    /// <summary>How long a snapshot of the volume takes.</summary>
    internal static TimeSpan Duration(Call call, Volume volume) =>
        call.Account.Durations.Snapshot(volume.SizeGiB, call.Region.Lineages.Has(volume.Id, volume.Key, call.Now));
}
