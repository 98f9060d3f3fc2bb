using System.Collections.ObjectModel;
using Amicast.Simulator.Ec2.Wire;

namespace Amicast.Simulator.Ec2.Resources;

/// <summary>The tags of one resource, in the order in which they were set.</summary>
internal sealed class TagSet : ReadOnlyDictionary<string, string>
{
    /// <summary>"Tag restrictions": at most 50 tags a resource, keys of 128 and values of 256 characters.</summary>
    private const int MostTags = 50;
    private const int LongestKey = 128;
    private const int LongestValue = 256;

    internal TagSet() : base(new OrderedDictionary<string, string>())
    {
    }

    internal TagSet(IEnumerable<KeyValuePair<string, string>> tags) : base(new OrderedDictionary<string, string>(tags))
    {
    }

    internal static IReadOnlyDictionary<string, string> None { get; } = new TagSet();

    /// <summary>Sets a tag without EC2's checks, for the tags that AWS itself gives.</summary>
    internal void Set(string key, string value) => Dictionary[key] = value;

    internal void Delete(string key) => Dictionary.Remove(key);

    /// <summary>Checks that <paramref name="tags"/> may be set, all of them.</summary>
    /// <exception cref="Ec2Exception">InvalidParameterValue, TagLimitExceeded.</exception>
    internal void CheckAdding(IReadOnlyDictionary<string, string> tags)
    {
        Check(tags);
        var own = Keys.Union(tags.Keys).Count(key => !key.StartsWith("aws:", StringComparison.Ordinal));
        if (own > MostTags)
        {
            throw new Ec2Exception("TagLimitExceeded", "The maximum number of Tags for a resource has been reached.");
        }
    }

    /// <exception cref="Ec2Exception">InvalidParameterValue.</exception>
    private static void Check(IReadOnlyDictionary<string, string> tags)
    {
        foreach (var (key, value) in tags)
        {
            if (key.Length is 0 or > LongestKey)
            {
                throw RequestErrors.InvalidValue($"Tag key '{key}' must have between 1 and {LongestKey} characters.");
            }

            if (value.Length > LongestValue)
            {
                throw RequestErrors.InvalidValue($"The value of tag '{key}' exceeds the maximum length of {LongestValue} characters.");
            }

            if (key.StartsWith("aws:", StringComparison.OrdinalIgnoreCase))
            {
                throw RequestErrors.InvalidValue("Tag keys starting with 'aws:' are reserved for internal use");
            }
        }
    }
}
