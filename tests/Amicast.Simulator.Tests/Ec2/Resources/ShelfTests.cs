using Amicast.Simulator.Ec2.Resources;
using Amicast.Simulator.Ec2.Snapshots;

namespace Amicast.Simulator.Tests.Ec2.Resources;

/// <summary>What a shelf finds without looking at everything, owner by owner.</summary>
public sealed class ShelfTests
{
    private const string Owner = "123456789012";
    private static readonly DateTimeOffset Start = new(2026, 11, 22, 2, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_name_is_found_for_its_owner_alone_and_no_longer_than_the_resource_exists()
    {
        var shelf = new NamedShelf<Thing>(thing => thing.Name);
        Thing Add(string id, string owner, string name)
        {
            var thing = new Thing { Id = id, OwnerId = owner, CreatedAt = Start, Visibility = Visibility.From(Start), Name = name };
            shelf.Add(thing);
            return thing;
        }

        var first = Add("a", Owner, "web");
        Add("b", "111122223333", "web");
        Add("c", Owner, "web");
        string Named(DateTimeOffset now) => string.Join(' ', shelf.Named(Owner, "web", now).Select(thing => thing.Id));

        Assert.Equal("a c", Named(Start));
        first.GoneAt = Start.AddHours(1);
        Assert.Equal(("a c", "c", ""), (Named(Start), Named(Start.AddHours(1)), string.Join(' ', shelf.Named(Owner, "batch", Start))));
    }

    [Fact]
    public void What_is_swept_from_a_shelf_is_no_longer_found_by_its_name()
    {
        var shelf = new NamedShelf<Thing>(thing => thing.Name);
        for (var i = 0; i < 5000; i++)
        {
            var at = Start.AddHours(i);
            shelf.Add(new Thing { Id = $"{i}", OwnerId = Owner, CreatedAt = at, Visibility = Visibility.From(at), Name = i % 2 == 0 ? "even" : "odd", GoneAt = at.AddHours(2) });
        }

        Assert.Equal(["4998"], shelf.Named(Owner, "even", Start.AddHours(4999)).Select(thing => thing.Id));
        Assert.True(shelf.Named(Owner, "even", Start).Count() < 1024, "what is gone is kept");
    }

    [Fact]
    public void Copies_take_room_until_they_end_or_are_deleted_and_those_that_never_end_for_ever()
    {
        var shelf = new SnapshotShelf();
        Snapshot Add(string id, TimeSpan duration, Mishap? mishap = null, string owner = Owner, string volumeId = Snapshot.NoVolume)
        {
            var snapshot = new Snapshot
            {
                Id = id,
                OwnerId = owner,
                CreatedAt = Start,
                Visibility = Visibility.From(Start),
                VolumeId = volumeId,
                Lineage = volumeId,
                SizeGiB = 1,
                Description = "",
                Key = null,
                Course = new(Start, Start + duration, 1, mishap),
            };
            shelf.Add(snapshot);
            return snapshot;
        }

        Add("hour", TimeSpan.FromHours(1));
        Add("fails", TimeSpan.FromHours(9), new(Start.AddHours(2), SnapshotErrors.Failed));
        Add("never", TimeSpan.FromHours(1), new(Start.AddMinutes(1), null));
        var deleted = Add("deleted", TimeSpan.FromHours(9));
        Add("completed", TimeSpan.Zero);
        Add("volume", TimeSpan.FromHours(9), volumeId: "vol-0123456789abcdef0");
        Add("other", TimeSpan.FromHours(9), owner: "111122223333");
        int Running(double hours) => Enumerable.Range(0, 100).First(most => shelf.HasRoomForCopies(Owner, 0, most, Start.AddHours(hours)));

        Assert.Equal((4, 3), (Running(0), Running(1)));
        deleted.GoneAt = Start.AddHours(1.5);
        Assert.Equal((2, 1, 1), (Running(1.5), Running(2), Running(9000)));
        Assert.Equal((true, false), (shelf.HasRoomForCopies("111122223333", 1, 2, Start.AddHours(9)), shelf.HasRoomForCopies("999999999999", 3, 2, Start)));
    }

    private sealed class Thing : Resource
    {
        internal required string Name { get; init; }

        internal override string ResourceType => "thing";
    }
}
