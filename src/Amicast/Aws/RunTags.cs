using Amazon.EC2;
using Amazon.EC2.Model;

namespace Amicast.Aws;

/// <summary>The tags that everything a run makes carries from the moment of its creation. They are the truth about what a run made.</summary>
internal static class RunTags
{
    internal const string Run = "amicast:run";
    internal const string Attempt = "amicast:attempt";
    internal const string Step = "amicast:step";
    internal const string Source = "amicast:source";
    internal const string SourceRegion = "amicast:source-region";

    /// <summary>Amicast's five tags and the user's.</summary>
    internal static List<Tag> For(RunMark mark, IReadOnlyDictionary<string, string> userTags) =>
    [
        new Tag(Run, mark.Run),
        new Tag(Attempt, $"{mark.Attempt}"),
        new Tag(Step, mark.Step),
        new Tag(Source, mark.Source),
        new Tag(SourceRegion, mark.SourceRegion),
        .. userTags.OrderBy(tag => tag.Key, StringComparer.Ordinal).Select(tag => new Tag(tag.Key, tag.Value)),
    ];

    /// <summary>The same tags for each of the <paramref name="types"/> that one call makes.</summary>
    internal static List<TagSpecification> Specifications(RunMark mark, IReadOnlyDictionary<string, string> userTags, params ResourceType[] types) =>
        [.. types.Select(type => new TagSpecification { ResourceType = type, Tags = For(mark, userTags) })];

    /// <summary>Finds what a run's step made.</summary>
    internal static List<Filter> Find(string run, string step) =>
        [new Filter($"tag:{Run}", [run]), new Filter($"tag:{Step}", [step])];

    /// <summary>Finds everything that a run made.</summary>
    internal static List<Filter> Find(string run) => [new Filter($"tag:{Run}", [run])];

    /// <summary>The value of a tag; none where it is not there.</summary>
    internal static string? ValueOf(string key, IEnumerable<Tag>? tags) => tags?.FirstOrDefault(tag => tag.Key == key)?.Value;

    /// <summary>The attempt that made something; 1 where the tag cannot be read.</summary>
    internal static int AttemptOf(IEnumerable<Tag>? tags) =>
        int.TryParse(tags?.FirstOrDefault(tag => tag.Key == Attempt)?.Value, out var attempt) ? attempt : 1;
}

/// <summary>Who makes something, for which attempt, from what: the values of the tags.</summary>
internal sealed record RunMark(string Run, int Attempt, string Step, string Source, string SourceRegion);
