using Amicast.Simulator.Ec2.Resources;
using Amicast.Simulator.Ec2.Wire;

namespace Amicast.Simulator.Ec2.Tags;

/// <summary>The tags that a request gives to what it makes, by kind of resource.</summary>
internal static class TagSpecifications
{
    /// <summary>Reads <c>TagSpecification.N</c>; only the kinds that the operation makes may be tagged.</summary>
    /// <exception cref="Ec2Exception">InvalidParameterValue, MissingParameter, TagLimitExceeded.</exception>
    internal static IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Read(Parameters parameters, params string[] kinds)
    {
        var byKind = new Dictionary<string, IReadOnlyDictionary<string, string>>();
        foreach (var specification in parameters.Structures("TagSpecification"))
        {
            var kind = specification.Required("ResourceType");
            if (!kinds.Contains(kind))
            {
                throw RequestErrors.InvalidValue($"'{kind}' is not a valid taggable resource type for this operation.");
            }

            if (!byKind.TryAdd(kind, ReadTags(specification)))
            {
                throw RequestErrors.InvalidValue($"Tag specification resource type '{kind}' is specified more than once.");
            }
        }

        return byKind;
    }

    /// <summary>The tags for one kind; each resource needs its own set.</summary>
    internal static TagSet For(this IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> byKind, string kind) =>
        new(byKind.GetValueOrDefault(kind, TagSet.None));

    /// <summary>Reads and checks <c>Tag.N.Key</c> and <c>Tag.N.Value</c>.</summary>
    internal static IReadOnlyDictionary<string, string> ReadTags(Parameters parameters)
    {
        var tags = new OrderedDictionary<string, string>();
        foreach (var tag in parameters.Structures("Tag"))
        {
            var key = tag.Required("Key");
            if (!tags.TryAdd(key, tag.Text("Value") ?? ""))
            {
                throw RequestErrors.InvalidValue($"Duplicate tag key '{key}' specified.");
            }
        }

        new TagSet().CheckAdding(tags);
        return tags;
    }

    internal static void WriteTags(this ResponseWriter response, IReadOnlyDictionary<string, string> tags)
    {
        if (tags.Count > 0)
        {
            response.List("tagSet", tags, static (writer, tag) =>
            {
                writer.Text("key", tag.Key);
                writer.Text("value", tag.Value);
            });
        }
    }
}
