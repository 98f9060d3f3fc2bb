using Amicast.Simulator.Ec2.Resources;

namespace Amicast.Simulator.Ec2.Tags;

internal sealed class DescribeTags : Operation
{
    private static readonly FilterTable<Item> Filters = new FilterTable<Item>()
        .With("key", (item, _) => item.Key)
        .With("resource-id", (item, _) => item.Resource.Id)
        .With("resource-type", (item, _) => item.Resource.ResourceType)
        .With("value", (item, _) => item.Value)
        .WithTag((item, _, key) => item.Key == key ? item.Value : null);

    internal override IEnumerable<string> FilterNames => Filters.Names;

    internal override IEnumerable<string> RefusedFilterNames => Filters.RefusedNames;

    internal override Effect Prepare(Call call)
    {
        var filter = Filters.Read(call);
        var page = Page.Read(call.Parameters, 5, 1000, hasIds: false);
        var items = From(page.After, call)
            .Where(resource => resource.OwnerId == call.AccountId)
            .SelectMany(resource => resource.TagsShownTo(call).Select((tag, i) => new Item(resource, tag.Key, tag.Value, i)))
            .Where(item => item.Place > page.After && filter(item));
        var found = page.Cut(items, item => item.Place, out var next);
        return () => response =>
        {
            response.List("tagSet", found, static (writer, item) =>
            {
                writer.Text("resourceId", item.Resource.Id);
                writer.Text("resourceType", item.Resource.ResourceType);
                writer.Text("key", item.Key);
                writer.Text("value", item.Value);
            });
            response.Text("nextToken", next);
        };
    }

    /// <summary>The resource that the last page ended with may have more tags.</summary>
    private static IEnumerable<Resource> From(long place, Call call) =>
        TaggedResources.From((int)(place >> Item.SequenceAndTag), ((place & Item.Sequences) >> Item.Tag) - 1, call.Region, call.Now);

    private sealed record Item(Resource Resource, string Key, string Value, int Index)
    {
        /// <summary>The bits of a place that tell the tags of a resource apart, and those that tell the resources of a kind.</summary>
        internal const int Tag = 6;
        internal const int SequenceAndTag = 48;
        internal const long Sequences = (1L << SequenceAndTag) - 1;

        /// <summary>Its place among all tags: kind by kind, in the order of creation, at most 64 to a resource.</summary>
        internal long Place => ((long)TaggedResources.PlaceOfKind(Resource) << SequenceAndTag) + (Resource.Sequence << Tag) + Index;
    }
}
