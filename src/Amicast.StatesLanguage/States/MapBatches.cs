using Amicast.StatesLanguage.Data;
using Amicast.StatesLanguage.Definition;
using Amicast.StatesLanguage.Execution;

namespace Amicast.StatesLanguage.States;

/// <summary>The input of one execution of a distributed Map, and how many items are in it.</summary>
internal sealed record MapBatch(Json Input, int Items);

/// <summary>Puts the items of a distributed Map together.</summary>
internal static class MapBatches
{
    /// <summary>What stands around the items of a batch, at the least: <c>{"Items":[]}</c>.</summary>
    private const int Frame = 12;

    public static IReadOnlyList<MapBatch> Of(MapState state, Json input, JsonArray items, StateVisit visit)
    {
        var selected = new Json[items.Count];
        for (var i = 0; i < selected.Length; i++)
        {
            var item = state.ItemSelector?.Fill(input, new ItemSource(visit, new MapItem(i, items[i]))) ?? items[i];
            selected[i] = PayloadLimit.Check(item, state.Name);
        }

        return state.Distributed!.Batcher is { } batcher
            ? [.. Batched(batcher, selected, input, visit)]
            : Array.ConvertAll(selected, item => new MapBatch(item, 1));
    }

    private static IEnumerable<MapBatch> Batched(ItemBatcher batcher, Json[] items, Json input, StateVisit visit)
    {
        var mostItems = Limit(batcher.MostItems, int.MaxValue, input, visit);
        var mostBytes = Limit(batcher.MostBytes, PayloadLimit.Bytes, input, visit);
        var batchInput = batcher.BatchInput?.Fill(input, visit);
        var frame = Frame + (batchInput is null ? 0 : "\"BatchInput\":,".Length + batchInput.Length);
        var batch = new List<Json>();
        var bytes = frame;
        foreach (var item in items)
        {
            var added = item.Length + (batch.Count > 0 ? 1 : 0);
            if (batch.Count > 0 && (batch.Count >= mostItems || bytes + added > mostBytes))
            {
                yield return ToBatch(batch, batchInput);
                (batch, bytes, added) = ([], frame, item.Length);
            }

            if (bytes + added > mostBytes)
            {
                throw PayloadLimit.Exceeded(visit.State.Name);
            }

            batch.Add(item);
            bytes += added;
        }

        if (batch.Count > 0)
        {
            yield return ToBatch(batch, batchInput);
        }
    }

    private static double Limit(NumberField? field, double most, Json input, StateVisit visit) =>
        NumberFields.Read(field, most, input, visit) is { } asked and > 0 ? asked : most;

    private static MapBatch ToBatch(List<Json> items, Json? batchInput)
    {
        KeyValuePair<string, Json> field = new("Items", new JsonArray([.. items]));
        return new MapBatch(new JsonObject(batchInput is null ? [field] : [new("BatchInput", batchInput), field]), items.Count);
    }
}
