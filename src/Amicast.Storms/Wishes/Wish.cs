namespace Amicast.Storms.Wishes;

/// <summary>What a request asks for, read by the storm itself: what is checked is not taken from the plan that Amicast makes of it.</summary>
/// <param name="SourceRegion">The source's Region.</param>
/// <param name="SourceInstance">The source instance, or none.</param>
/// <param name="SourceImage">The source image, or none.</param>
/// <param name="StopsBeforehand">Whether the source is stopped before its image is made.</param>
/// <param name="Afterwards">What becomes of the source: keep, stop or terminate.</param>
/// <param name="Timeout">How long the run may wait.</param>
/// <param name="Tolerated">How many Regions may fail.</param>
/// <param name="RollsBackOnFailure">Whether a run that fails is rolled back at once.</param>
/// <param name="Regions">Each destination.</param>
internal sealed record Wish(
    string SourceRegion,
    string? SourceInstance,
    string? SourceImage,
    bool StopsBeforehand,
    string Afterwards,
    TimeSpan Timeout,
    int Tolerated,
    bool RollsBackOnFailure,
    IReadOnlyList<RegionWish> Regions)
{
    internal RegionWish? In(string region) => Regions.FirstOrDefault(wish => wish.Region == region);
}

/// <summary>What is asked for in one Region.</summary>
internal sealed record RegionWish(string Region, bool HasOwnKey, ShareWish? Share, LaunchWish? Launch, TemplateWish? Template);

/// <summary>Who is to hold permissions.</summary>
internal sealed record ShareWish(bool IsExact, bool? IsPublic, IReadOnlyList<string> Accounts, IReadOnlyList<string> Organizations, bool WithSnapshots);

/// <summary>What is to be launched.</summary>
/// <param name="Least">How many instances the launch needs: fewer than <paramref name="Count"/> for a fleet that says so.</param>
internal sealed record LaunchWish(int Count, int Least, string Verify, bool Keeps);

/// <summary>The launch template that is to be published.</summary>
internal sealed record TemplateWish(string? Name, string Publish, string? Parameter);
