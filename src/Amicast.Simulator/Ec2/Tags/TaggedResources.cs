using Amicast.Simulator.Ec2.Images;
using Amicast.Simulator.Ec2.Regions;
using Amicast.Simulator.Ec2.Resources;
using Amicast.Simulator.Ec2.Snapshots;
using Amicast.Simulator.Ec2.Wire;

namespace Amicast.Simulator.Ec2.Tags;

/// <summary>Everything in a Region that can carry tags, whatever its kind.</summary>
internal static class TaggedResources
{
    private static readonly string[] Kinds = ["fleet", "image", "instance", "launch-template", "snapshot", "volume"];

    /// <summary>Kind by kind, each in the order of creation.</summary>
    /// <param name="kind">The place of the kind to begin with.</param>
    /// <param name="sequence">What comes after that place in this kind.</param>
    internal static IEnumerable<Resource> From(int kind, long sequence, Region region, DateTimeOffset now) =>
        Enumerable.Range(kind, Math.Max(0, Kinds.Length - kind)).SelectMany(at => Of(at, region, at == kind ? sequence : 0, now));

    /// <summary>The place of a resource's kind in the order of <see cref="From"/>.</summary>
    internal static int PlaceOfKind(Resource resource) => Array.IndexOf(Kinds, resource.ResourceType);

    private static IEnumerable<Resource> Of(int kind, Region region, long sequence, DateTimeOffset now) => Kinds[kind] switch
    {
        "fleet" => region.Fleets.ListedAfter(sequence, now),
        "image" => region.Images.ListedAfter(sequence, now),
        "instance" => region.Instances.ListedAfter(sequence, now),
        "launch-template" => region.Templates.ListedAfter(sequence, now),
        "snapshot" => region.Snapshots.ListedAfter(sequence, now),
        _ => region.Volumes.ListedAfter(sequence, now),
    };

    /// <exception cref="Ec2Exception">The kind's own code for an id that is not there; InvalidID for an id of no kind.</exception>
    internal static Resource Find(Call call, string id)
    {
        var resource = Find(call.Region, id, call.Now);
        return resource.OwnerId == call.AccountId ? resource : throw Foreign(call, resource);
    }

    private static Resource Find(Region region, string id, DateTimeOffset now) => KindOf(id) switch
    {
        "ami" => Find(region.Images, id, now, "InvalidAMIID.NotFound"),
        "fleet" => Find(region.Fleets, id, now, "InvalidID"),
        "i" => Find(region.Instances, id, now, "InvalidInstanceID.NotFound"),
        "lt" => Find(region.Templates, id, now, "InvalidLaunchTemplateId.NotFound"),
        "snap" => Find(region.Snapshots, id, now, "InvalidSnapshot.NotFound"),
        "vol" => Find(region.Volumes, id, now, "InvalidVolume.NotFound"),
        _ => throw new Ec2Exception("InvalidID", $"The ID '{id}' is not valid"),
    };

    /// <summary>What stands before the digits of a well-formed id; of any other, nothing.</summary>
    private static string KindOf(string id)
    {
        var kind = id.Split('-')[0];
        return kind == "fleet" || ResourceIds.IsWellFormed(id, kind) ? kind : "";
    }

    /// <summary>EC2 lets an account tag what is shared with it, for itself alone.</summary>
    private static Ec2Exception Foreign(Call call, Resource resource) => resource switch
    {
        Image image when !image.IsVisibleTo(call.Caller) => Missing(image.Id, "InvalidAMIID.NotFound"),
        Snapshot snapshot when !snapshot.IsVisibleTo(call.AccountId) => Missing(snapshot.Id, "InvalidSnapshot.NotFound"),
        _ => RequestErrors.Unsupported($"tags on '{resource.Id}' of another account"),
    };

    private static T Find<T>(Shelf<T> shelf, string id, DateTimeOffset now, string code) where T : Resource =>
        shelf.TryFind(id, now, out var resource) ? resource : throw Missing(id, code);

    private static Ec2Exception Missing(string id, string code) => new(code, $"The ID '{id}' does not exist");
}
