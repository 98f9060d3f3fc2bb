namespace Amicast.Simulator.Ec2.Resources;

/// <summary>What has an id, an owner and tags in a Region.</summary>
internal abstract class Resource
{
    internal required string Id { get; init; }

    internal required string OwnerId { get; init; }

    internal required DateTimeOffset CreatedAt { get; init; }

    /// <summary>From when it shows, by id, in lists and with its tags.</summary>
    internal required Visibility Visibility { get; init; }

    internal TagSet Tags { get; init; } = new();

    /// <summary>From when it is no more: deregistered, deleted, or terminated an hour ago.</summary>
    internal DateTimeOffset GoneAt { get; set; } = DateTimeOffset.MaxValue;

    /// <summary>Its place in the order of creation within its Region and kind; pages go by it.</summary>
    internal long Sequence { get; set; }

    /// <summary>What DescribeTags calls its kind.</summary>
    internal abstract string ResourceType { get; }

    internal bool Exists(DateTimeOffset now) => now < GoneAt;

    /// <summary>The tags that a caller sees. They are their owner's: an account that something is shared with does not see them.</summary>
    internal IReadOnlyDictionary<string, string> TagsShownTo(Call call) =>
        OwnerId == call.AccountId ? ShownTags(call.Now) : TagSet.None;

    /// <summary>The tags that its owner sees.</summary>
    internal IReadOnlyDictionary<string, string> ShownTags(DateTimeOffset now) => now >= Visibility.Tagged ? Tags : TagSet.None;
}
