using Amicast.Simulator.Ec2.Images;
using Amicast.Simulator.Ec2.Limits;
using Amicast.Simulator.Ec2.Regions;
using Amicast.Simulator.Ec2.Tags;
using Amicast.Simulator.Ec2.Wire;
using Amicast.Simulator.Events;
using Amicast.Simulator.Iam.Authorization.Ec2;
using Amicast.Simulator.Kms;

namespace Amicast.Simulator.Ec2.Snapshots;

/// <summary>Sent to the destination Region. The key is checked only while the copy runs: a bad one ends it in error.</summary>
internal sealed class CopySnapshot : Operation
{
    internal override Effect Prepare(Call call)
    {
        var parameters = call.Parameters;
        RequestErrors.RefuseUnsupported(parameters, "DestinationOutpostArn", "DestinationAvailabilityZone");

        // SDKs add these by themselves; like the signature, they are not checked.
        parameters.Disregard("DestinationRegion", "PresignedUrl");
        var region = call.Account.RegionNamed(parameters.Required("SourceRegion"));
        var source = call.Snapshot(region, parameters.Required("SourceSnapshotId")).Completed(call.Now);
        var description = parameters.Text("Description") is null ? $"[Copied {source.Id} from {region.Name}]" : VolumeSnapshot.ReadDescription(call);
        var encryption = Encryption.Read(parameters, call.Region);
        var completion = CopyCompletion.Read(parameters, "CompletionDurationMinutes");
        var tags = TagSpecifications.Read(parameters, "snapshot");
        call.CheckSnapshotCopies(1);
        var key = encryption.ForCopy(source.Key is not null, call.Region);
        return () =>
        {
            var copy = new Snapshot
            {
                Id = call.Account.Ids.Next("snap"),
                OwnerId = call.AccountId,
                CreatedAt = call.Now,
                Visibility = call.NewVisibility()(),
                Tags = tags.For("snapshot"),
                VolumeId = Snapshot.NoVolume,
                SizeGiB = source.SizeGiB,
                Description = description,
                Lineage = source.Lineage,
                IsIncremental = call.Region.Lineages.Has(source.Lineage, key, call.Now),
                Key = key,
                Course = Course(call, source, region, key, completion),
                CompletionDurationMinutes = (int?)completion?.TotalMinutes,
            };
            call.Region.Snapshots.Add(copy);
            call.Region.Lineages.Remember(copy);
            call.AnnounceCopies(region, [(source, copy)]);
            return response =>
            {
                response.Text("snapshotId", copy.Id);
                response.WriteTags(copy.Tags);
            };
        };
    }

    private static SnapshotCourse Course(Call call, Snapshot source, Region region, KmsKey? key, TimeSpan? completion)
    {
        var duration = CopyDuration.Draw(call, source, region, key, completion);
        return SnapshotCourse.Draw(call, duration, call.CanUse(key) && call.CanUse(source.Key) && call.MayEncrypt(source.Key, key) ? null : SnapshotErrors.KeyNotAccessible);
    }
}
