namespace Amicast.Simulator.Iam.Policies;

/// <summary>A statement of a policy. It applies to a request if its actions, its resources and all of its conditions do.</summary>
internal sealed record PolicyStatement(string? Sid, bool IsAllow, PatternSet Actions, PatternSet Resources, IReadOnlyList<PolicyCondition> Conditions)
{
    internal bool AppliesTo(AuthorizationRequest request, RequestContext context) =>
        Actions.Includes(request.Action, context) && Resources.Includes(request.Resource, context) && Conditions.All(condition => condition.Holds(context));
}

/// <summary>What Action and Resource name, or what NotAction and NotResource leave.</summary>
internal sealed record PatternSet(bool IsNegated, IReadOnlyList<Pattern> Patterns)
{
    internal bool Includes(string text, RequestContext context) => Patterns.Any(pattern => pattern.Matches(text, context)) != IsNegated;
}
