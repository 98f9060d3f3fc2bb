using Amicast.Simulator.Ec2.Wire;

namespace Amicast.Simulator.Ec2.Tags;

/// <summary>Sets tags on up to 1,000 resources: on all of them, or on none.</summary>
internal sealed class CreateTags : Operation
{
    internal override Effect Prepare(Call call)
    {
        var ids = call.Parameters.List("ResourceId");
        var tags = TagSpecifications.ReadTags(call.Parameters);
        if (ids.Count == 0 || tags.Count == 0)
        {
            throw RequestErrors.MissingParameter(ids.Count == 0 ? "ResourceIdSet" : "TagSet");
        }

        var resources = ids.Distinct().Select(id => TaggedResources.Find(call, id)).ToList();
        foreach (var resource in resources)
        {
            resource.Tags.CheckAdding(tags);
        }

        return () =>
        {
            foreach (var resource in resources)
            {
                foreach (var (key, value) in tags)
                {
                    resource.Tags.Set(key, value);
                }
            }

            return response => response.Flag("return", true);
        };
    }
}
