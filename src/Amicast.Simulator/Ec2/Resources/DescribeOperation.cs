using Amicast.Simulator.Ec2.Regions;
using Amicast.Simulator.Ec2.Wire;

namespace Amicast.Simulator.Ec2.Resources;

/// <summary>What all Describe operations of one kind of resource share: named ids, filters and pages.</summary>
internal abstract class DescribeOperation<T> : Operation where T : Resource
{
    /// <summary>The list of ids in the request, <c>ImageId</c>.</summary>
    private protected abstract string IdParameter { get; }

    /// <summary>The list of items in the response, <c>imagesSet</c>.</summary>
    private protected abstract string SetElement { get; }

    private protected abstract FilterTable<T> Filters { get; }

    private protected virtual (int Least, int Most) PageSizes => (5, 1000);

    /// <summary>Whether MaxResults may stand beside named ids.</summary>
    private protected virtual bool PagesNamed => false;

    /// <summary>How many ids a request may name.</summary>
    private protected virtual int MostIds => 1000;

    private protected abstract Shelf<T> ShelfOf(Region region);

    /// <exception cref="Ec2Exception">The code for an id that no such resource can have.</exception>
    private protected abstract void CheckId(string id);

    private protected abstract Ec2Exception NotFound(IReadOnlyList<string> ids);

    private protected abstract void Write(ResponseWriter response, T item, Call call);

    /// <summary>What the request asks for beside ids and filters; and what the caller may see.</summary>
    private protected virtual Func<T, bool> Selection(Call call, bool named) => static _ => true;

    internal sealed override IEnumerable<string> FilterNames => Filters.Names;

    internal sealed override IEnumerable<string> RefusedFilterNames => Filters.RefusedNames;

    internal sealed override Effect Prepare(Call call)
    {
        var ids = call.Parameters.List(IdParameter, MostIds);
        foreach (var id in ids)
        {
            CheckId(id);
        }

        var filter = Filters.Read(call);
        var (least, most) = PageSizes;
        var page = Page.Read(call.Parameters, least, most, ids.Count > 0 && !PagesNamed);
        var selection = Selection(call, ids.Count > 0);
        var candidates = ids.Count > 0
            ? Named(ids, call).Where(item => item.Sequence > page.After)
            : ShelfOf(call.Region).ListedAfter(page.After, call.Now);
        var found = page.Cut(candidates.Where(item => selection(item) && filter(item)), item => item.Sequence, out var next);
        return () => response =>
        {
            WriteAll(response, found, call);
            response.Text("nextToken", next);
        };
    }

    private protected virtual void WriteAll(ResponseWriter response, IReadOnlyList<T> items, Call call) =>
        response.List(SetElement, items, (writer, item) => Write(writer, item, call));

    /// <summary>Whether a named resource is one that the caller may see.</summary>
    private protected virtual bool IsSeen(T item, Call call) => true;

    private List<T> Named(IReadOnlyList<string> ids, Call call)
    {
        var shelf = ShelfOf(call.Region);
        var found = new List<T>();
        List<string>? missing = null;
        foreach (var id in ids.Distinct())
        {
            if (shelf.TryFind(id, call.Now, out var item) && IsSeen(item, call))
            {
                found.Add(item);
            }
            else
            {
                (missing ??= []).Add(id);
            }
        }

        if (missing is not null)
        {
            throw NotFound(missing);
        }

        // Pages go by the order of creation, whatever the order of the request.
        found.Sort((one, other) => one.Sequence.CompareTo(other.Sequence));
        return found;
    }
}
