namespace Amicast.StatesLanguage.Data.Paths;

/// <summary><c>[*]</c> or <c>.*</c>: every element, or every field's value.</summary>
internal sealed record EveryStep : PathStep
{
    public override void Select(Json from, List<Json> to)
    {
        if (from is JsonArray array)
        {
            to.AddRange(array.Items);
        }
        else if (from is JsonObject fields)
        {
            to.AddRange(fields.Fields.Select(field => field.Value));
        }
    }
}

/// <summary><c>[start:end:step]</c>, each of which may be left out.</summary>
internal sealed record SliceStep(int? Start, int? End, int Stride) : PathStep
{
    public override void Select(Json from, List<Json> to)
    {
        if (from is not JsonArray array)
        {
            return;
        }

        var end = Place(End ?? array.Count, array.Count);
        for (var i = Place(Start ?? 0, array.Count); i < end; i += Stride)
        {
            to.Add(array[i]);
        }
    }

    private static int Place(int index, int count) => Math.Clamp(index < 0 ? count + index : index, 0, count);
}

/// <summary><c>[0,2]</c> or <c>['a','b']</c>: each of these places that there is.</summary>
internal sealed record UnionStep(IReadOnlyList<DefiniteStep> Places) : PathStep
{
    public override void Select(Json from, List<Json> to)
    {
        foreach (var place in Places)
        {
            place.Select(from, to);
        }
    }
}

/// <summary><c>..</c>: the value itself and everything inside it, from the outside in.</summary>
internal sealed record DescentStep : PathStep
{
    public override void Select(Json from, List<Json> to)
    {
        to.Add(from);
        IEnumerable<Json> inside = from switch
        {
            JsonArray array => array.Items,
            JsonObject fields => fields.Fields.Select(field => field.Value),
            _ => [],
        };
        foreach (var part in inside)
        {
            Select(part, to);
        }
    }
}
