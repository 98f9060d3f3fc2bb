namespace Amicast.Requests;

/// <summary>Reads a <c>tags</c> object, with EC2's limits and without the prefixes that are somebody else's.</summary>
internal static class TagReader
{
    // EC2 allows 50 tags a resource; Amicast's own take five.
    private const int MostTags = 45;
    private const int LongestKey = 128;
    private const int LongestValue = 256;

    /// <summary>The tags, or none where the member is absent.</summary>
    internal static Dictionary<string, string>? Read(ObjectReader owner)
    {
        if (!owner.Has("tags", out var value))
        {
            return null;
        }

        var tags = new Dictionary<string, string>();
        if (owner.Object("tags") is not { } members)
        {
            return tags;
        }

        foreach (var key in value.EnumerateObject().Select(m => m.Name))
        {
            if (members.Text(key) is { } text)
            {
                Check(members, key, text);
                tags[key] = text;
            }
        }

        if (tags.Count > MostTags)
        {
            owner.Report("tags", "TooManyTags", $"there are {tags.Count}", $"EC2 allows 50 a resource, of which Amicast's own take 5: keep {MostTags}");
        }

        return tags;
    }

    /// <summary>Whether the key is AWS's or Amicast's.</summary>
    internal static bool IsReserved(string key) =>
        key.StartsWith("aws:", StringComparison.OrdinalIgnoreCase) || key.StartsWith("amicast:", StringComparison.OrdinalIgnoreCase);

    private static void Check(ObjectReader tags, string key, string value)
    {
        if (IsReserved(key))
        {
            tags.Report(key, "ReservedTag", $"'{key}' begins with a reserved prefix", "'aws:' is AWS's and 'amicast:' is Amicast's: choose another key");
        }
        else if (key.Length is 0 or > LongestKey || value.Length > LongestValue)
        {
            tags.Report(key, "TooLong", "the tag is out of EC2's limits", $"keys have 1 to {LongestKey} characters, values at most {LongestValue}");
        }
    }
}
