namespace Amicast.StatesLanguage.Data.Paths.Filters;

/// <summary>What a filter asks of one value.</summary>
internal abstract record FilterCondition
{
    public abstract bool Holds(Json value);
}

/// <summary><c>a &amp;&amp; b</c>.</summary>
internal sealed record AllFilters(IReadOnlyList<FilterCondition> Conditions) : FilterCondition
{
    public override bool Holds(Json value) => Conditions.All(condition => condition.Holds(value));
}

/// <summary><c>a || b</c>.</summary>
internal sealed record AnyFilter(IReadOnlyList<FilterCondition> Conditions) : FilterCondition
{
    public override bool Holds(Json value) => Conditions.Any(condition => condition.Holds(value));
}

/// <summary><c>!a</c>.</summary>
internal sealed record NotFilter(FilterCondition Inner) : FilterCondition
{
    public override bool Holds(Json value) => !Inner.Holds(value);
}

/// <summary><c>@.a</c>: there is such a place, whatever it holds, null too.</summary>
internal sealed record ExistsFilter(FilterOperand Operand) : FilterCondition
{
    public override bool Holds(Json value) => Operand.Of(value) is not null;
}

/// <summary>A comparison of two operands; what is missing is equal to nothing, and neither less nor greater.</summary>
internal sealed record ComparisonFilter(FilterOperand Left, FilterOperator Operator, FilterOperand Right) : FilterCondition
{
    public override bool Holds(Json value) => Operator.Holds(Left.Of(value), Right.Of(value));
}
