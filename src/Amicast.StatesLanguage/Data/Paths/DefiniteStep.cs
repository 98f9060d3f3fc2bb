namespace Amicast.StatesLanguage.Data.Paths;

/// <summary>A step to one place: a field or an element.</summary>
internal abstract record DefiniteStep : PathStep
{
    public override bool IsDefinite => true;

    /// <summary>The value in that place of <paramref name="from"/>, or null if there is no such place.</summary>
    public abstract Json? Find(Json from);

    public override void Select(Json from, List<Json> to)
    {
        if (Find(from) is { } found)
        {
            to.Add(found);
        }
    }
}

/// <summary><c>.name</c> or <c>['name']</c>.</summary>
internal sealed record FieldStep(string Name) : DefiniteStep
{
    public override Json? Find(Json from) => from is JsonObject fields && fields.TryGet(Name, out var value) ? value : null;

    public override string ToString() => $"['{Name}']";
}

/// <summary><c>[n]</c>; below zero it counts from the end.</summary>
internal sealed record ElementStep(int Index) : DefiniteStep
{
    public override Json? Find(Json from)
    {
        if (from is not JsonArray array)
        {
            return null;
        }

        var place = Index < 0 ? array.Count + Index : Index;
        return place >= 0 && place < array.Count ? array[place] : null;
    }

    public override string ToString() => $"[{Index}]";
}
