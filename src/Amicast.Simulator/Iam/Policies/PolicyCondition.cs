namespace Amicast.Simulator.Iam.Policies;

/// <summary>Whether a value of the request is what a policy's value says.</summary>
internal delegate bool ConditionTest(string actual, RequestContext context);

/// <summary>How several values of the request count.</summary>
internal enum SetOperator
{
    /// <summary>Of a key with one value.</summary>
    None,

    /// <summary><c>ForAnyValue:</c>.</summary>
    ForAnyValue,

    /// <summary><c>ForAllValues:</c>.</summary>
    ForAllValues,
}

/// <summary>A condition on one key: it holds, where the request's values are what one of the policy's values says.</summary>
/// <remarks>
/// <para>Sources: "IAM JSON policy elements: Condition operators" and "Single-valued vs. multivalued context keys".</para>
/// <list type="table">
/// <item><term>the key is missing</term><description>a positive operator and <c>ForAnyValue:</c> do not hold; a negated one, <c>ForAllValues:</c> and <c>…IfExists</c> do</description></item>
/// <item><term>several values of the policy</term><description>positive: one of them is met; negated: none of them is</description></item>
/// <item><term>several values of the request without a set operator</term><description>a choice, as the guide does not say: positive: one meets; negated: none does</description></item>
/// </list>
/// </remarks>
internal sealed record PolicyCondition(string Key, SetOperator Set, bool IsNegated, bool IfExists, IReadOnlyList<ConditionTest> Tests)
{
    internal bool Holds(RequestContext context)
    {
        var values = context.Values(Key);
        if (values.Count == 0)
        {
            return IfExists || Set == SetOperator.ForAllValues || (Set == SetOperator.None && IsNegated);
        }

        return Set switch
        {
            SetOperator.ForAnyValue => values.Any(value => Meets(value, context) != IsNegated),
            SetOperator.ForAllValues => values.All(value => Meets(value, context) != IsNegated),
            _ => values.Any(value => Meets(value, context)) != IsNegated,
        };
    }

    private bool Meets(string value, RequestContext context) => Tests.Any(test => test(value, context));
}
