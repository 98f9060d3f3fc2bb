using Amicast.Simulator.Ec2.Wire;

namespace Amicast.Simulator.Ec2.Resources;

/// <summary>A Describe operation over a short list that no request changes: named by ids or names, filtered, page by page.</summary>
internal abstract class DescribeList<T> : Operation
{
    /// <summary>The list in the response.</summary>
    private protected abstract string SetElement { get; }

    private protected abstract FilterTable<T> Filters { get; }

    private protected virtual (int Least, int Most) PageSizes => (5, 1000);

    private protected abstract IEnumerable<T> All(Call call);

    /// <summary>The lists by which a request can name items: the parameter, the item's own value, and the error for one that is not there.</summary>
    private protected virtual IReadOnlyList<(string Parameter, Func<T, string> ValueOf, Func<string, Ec2Exception> NotFound)> Names => [];

    /// <exception cref="Ec2Exception">The code for a name that no such item can have, where AWS has one.</exception>
    private protected virtual void CheckName(string parameter, string name)
    {
    }

    private protected abstract void Write(ResponseWriter response, T item, Call call);

    internal sealed override IEnumerable<string> FilterNames => Filters.Names;

    internal sealed override IEnumerable<string> RefusedFilterNames => Filters.RefusedNames;

    internal sealed override Effect Prepare(Call call)
    {
        var filter = Filters.Read(call);
        var items = All(call).ToList();
        var isNamed = false;
        foreach (var (parameter, valueOf, notFound) in Names)
        {
            var named = call.Parameters.List(parameter);
            if (named.Count > 0)
            {
                isNamed = true;
                foreach (var name in named)
                {
                    CheckName(parameter, name);
                }

                items = Named(named, items, valueOf, notFound);
            }
        }

        var (least, most) = PageSizes;
        var page = Page.Read(call.Parameters, least, most, isNamed);
        var places = items.Select((item, i) => (Item: item, Place: i + 1L)).Where(at => at.Place > page.After && filter(at.Item));
        var found = page.Cut(places, at => at.Place, out var next);
        return () => response =>
        {
            response.List(SetElement, found, (writer, at) => Write(writer, at.Item, call));
            response.Text("nextToken", next);
        };
    }

    private static List<T> Named(IReadOnlyList<string> named, List<T> items, Func<T, string> valueOf, Func<string, Ec2Exception> notFound)
    {
        var known = items.ConvertAll(item => valueOf(item)).ToHashSet();
        if (named.FirstOrDefault(name => !known.Contains(name)) is { } missing)
        {
            throw notFound(missing);
        }

        known.IntersectWith(named);
        return items.FindAll(item => known.Contains(valueOf(item)));
    }
}
