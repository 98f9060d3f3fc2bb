using Amicast.Simulator.Ec2.Resources;
using Amicast.Simulator.Ec2.Wire;

namespace Amicast.Simulator.Ec2.Tags;

/// <summary>Takes tags from up to 1,000 resources; a tag with a value goes only where it has that value, and without tags all go.</summary>
/// <remarks>A tag that is not there is no error. The tags that AWS itself gives stay.</remarks>
internal sealed class DeleteTags : Operation
{
    internal override Effect Prepare(Call call)
    {
        var ids = call.Parameters.List("ResourceId");
        if (ids.Count == 0)
        {
            throw RequestErrors.MissingParameter("ResourceIdSet");
        }

        var tags = call.Parameters.Structures("Tag").Select(tag => (Key: tag.Required("Key"), Value: tag.Text("Value"))).ToList();
        var resources = ids.Distinct().Select(id => TaggedResources.Find(call, id)).ToList();
        return () =>
        {
            foreach (var resource in resources)
            {
                Delete(resource.Tags, tags);
            }

            return response => response.Flag("return", true);
        };
    }

    private static void Delete(TagSet tags, List<(string Key, string? Value)> named)
    {
        foreach (var (key, value) in tags.Where(tag => !tag.Key.StartsWith("aws:", StringComparison.Ordinal)).ToList())
        {
            if (named.Count == 0 || named.Exists(tag => tag.Key == key && (tag.Value is null || tag.Value == value)))
            {
                tags.Delete(key);
            }
        }
    }
}
