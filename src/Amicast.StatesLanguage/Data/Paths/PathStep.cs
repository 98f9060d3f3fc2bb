namespace Amicast.StatesLanguage.Data.Paths;

/// <summary>One step of a path: from a value to those that it selects.</summary>
internal abstract record PathStep
{
    /// <summary>Whether the step selects one value at most.</summary>
    public virtual bool IsDefinite => false;

    /// <summary>Adds what the step selects in <paramref name="from"/>.</summary>
    public abstract void Select(Json from, List<Json> to);
}
