namespace Amicast.Simulator.Tests.Facts;

/// <summary>The rules of tags: how many, how long, which keys.</summary>
internal static class TagRules
{
    private const string DryRun = "DryRunOperation 412: Request would have succeeded, but DryRun flag is set.";
    private const string TooMany = "TagLimitExceeded 400: The maximum number of Tags for a resource has been reached.";

    private static readonly string LongKey = new('k', 129);

    /// <summary>Tags, and the error they bring, whole.</summary>
    internal static IReadOnlyList<(IReadOnlyList<(string Key, string Value)> Tags, string Expected)> Rows { get; } =
    [
        (Many(50), DryRun),
        (Many(51), TooMany),
        ([(new('k', 128), new('v', 256))], DryRun),
        ([(LongKey, "v")], $"InvalidParameterValue 400: Tag key '{LongKey}' must have between 1 and 128 characters."),
        ([("k", new('v', 257))], "InvalidParameterValue 400: The value of tag 'k' exceeds the maximum length of 256 characters."),
        ([("aws:k", "v")], "InvalidParameterValue 400: Tag keys starting with 'aws:' are reserved for internal use"),
        ([("AWS:k", "v")], "InvalidParameterValue 400: Tag keys starting with 'aws:' are reserved for internal use"),
        ([("k", "v"), ("k", "w")], "InvalidParameterValue 400: Duplicate tag key 'k' specified."),
        ([("k", ""), ("K", "")], DryRun),
    ];

    internal static string Under(string prefix, IReadOnlyList<(string Key, string Value)> tags) =>
        string.Join('&', tags.Select((tag, i) => $"{prefix}Tag.{i + 1}.Key={Uri.EscapeDataString(tag.Key)}&{prefix}Tag.{i + 1}.Value={tag.Value}"));

    private static IReadOnlyList<(string Key, string Value)> Many(int count) => [.. Enumerable.Range(0, count).Select(i => ($"k{i}", "v"))];
}
