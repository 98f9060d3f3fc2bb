using Amicast.StatesLanguage.Data;

namespace Amicast.StatesLanguage.States.Conditions;

/// <summary>What a rule of a Choice state asks.</summary>
internal abstract record Condition
{
    /// <exception cref="DataException">States.Runtime: a path leads nowhere.</exception>
    public abstract bool Holds(Json data, IDataSource source);
}

/// <summary><c>And</c>.</summary>
internal sealed record AllConditions(IReadOnlyList<Condition> Conditions) : Condition
{
    public override bool Holds(Json data, IDataSource source) => Conditions.All(condition => condition.Holds(data, source));
}

/// <summary><c>Or</c>.</summary>
internal sealed record AnyCondition(IReadOnlyList<Condition> Conditions) : Condition
{
    public override bool Holds(Json data, IDataSource source) => Conditions.Any(condition => condition.Holds(data, source));
}

/// <summary><c>Not</c>.</summary>
internal sealed record NotCondition(Condition Inner) : Condition
{
    public override bool Holds(Json data, IDataSource source) => !Inner.Holds(data, source);
}
