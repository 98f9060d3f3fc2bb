namespace Amicast.StatesLanguage.Data.Paths.Filters;

/// <summary>One side of a comparison in a filter: a literal, or a place in the value that is asked.</summary>
internal abstract record FilterOperand
{
    /// <summary>The operand's value for <paramref name="value"/>, or null where there is none.</summary>
    public abstract Json? Of(Json value);
}

/// <summary>A string, number, true, false, null or array of the filter's text.</summary>
internal sealed record LiteralOperand(Json Value) : FilterOperand
{
    public override Json? Of(Json value) => Value;
}

/// <summary><c>@</c> with the steps after it.</summary>
internal sealed record PlaceOperand(IReadOnlyList<PathStep> Steps) : FilterOperand
{
    public override Json? Of(Json value)
    {
        Json? at = value;
        for (var i = 0; i < Steps.Count && at is not null; i++)
        {
            at = ((DefiniteStep)Steps[i]).Find(at);
        }

        return at;
    }
}
