using System.Text.Json;
using Amicast.Requests;

namespace Amicast.Plans;

/// <summary>The order in which a document's places stand in it, so that what is found is told in that order, whatever was looked at first.</summary>
internal sealed class DocumentOrder
{
    private readonly Dictionary<string, int> _places = [];

    internal DocumentOrder(JsonElement document) => Walk(document, "$");

    /// <summary>Everything that was found, each once, in the order of the document; what is said of one place, in the order of the Regions.</summary>
    internal IReadOnlyList<T> Sort<T>(IEnumerable<IEnumerable<T>> byRegion, Func<T, string> path, Func<T, string> words) =>
    [
        .. byRegion.SelectMany((found, region) => found.Select(one => (one, region)))
            .OrderBy(it => PlaceOf(path(it.one)))
            .ThenBy(it => path(it.one), StringComparer.Ordinal)
            .ThenBy(it => it.region)
            .ThenBy(it => words(it.one), StringComparer.Ordinal)
            .Select(it => it.one)
            .Distinct(),
    ];

    /// <summary>A member that is not written stands where the object does that lacks it.</summary>
    private int PlaceOf(string path)
    {
        var at = path;
        while (at.Length > 0)
        {
            if (_places.TryGetValue(at, out var place))
            {
                return place;
            }

            at = at[..Math.Max(0, at.AsSpan().LastIndexOfAny('.', '['))];
        }

        return 0;
    }

    private void Walk(JsonElement element, string path)
    {
        _places.TryAdd(path, _places.Count);
        if (element.ValueKind == JsonValueKind.Object)
        {
            foreach (var member in element.EnumerateObject())
            {
                Walk(member.Value, ObjectReader.At(path, member.Name));
            }
        }
        else if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (var (index, item) in element.EnumerateArray().Index())
            {
                Walk(item, $"{path}[{index}]");
            }
        }
    }
}
