namespace Amicast.Simulator.Iam.Policies;

/// <summary>A role: a further principal of its account, which may do what its policies say and nothing else.</summary>
/// <param name="Name">Its name, and that of its session.</param>
/// <param name="Policies">Its identity-based policies.</param>
public sealed record Role(string Name, IReadOnlyList<Policy> Policies)
{
    /// <summary>Its tags, which policies know as <c>aws:PrincipalTag/…</c>. Default: none.</summary>
    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();

    /// <summary>Decides by the policies: an explicit deny beats every allow, and without an allow nothing is allowed.</summary>
    /// <param name="caller">Who calls with this role.</param>
    /// <param name="request">What is asked.</param>
    public AuthorizationDecision Decide(Caller caller, AuthorizationRequest request)
    {
        ArgumentNullException.ThrowIfNull(caller);
        ArgumentNullException.ThrowIfNull(request);
        var context = new RequestContext(request, KeysOf(caller));
        var applying = Policies.SelectMany(policy => policy.That(request, context)).Select(statement => statement.IsAllow).ToHashSet();
        return applying.Contains(false) ? AuthorizationDecision.DeniedExplicitly
            : applying.Contains(true) ? AuthorizationDecision.Allowed
            : AuthorizationDecision.DeniedImplicitly;
    }

    internal string ArnOf(Caller caller) => $"arn:aws:sts::{caller.AccountId}:assumed-role/{Name}/{Name}";

    private IEnumerable<KeyValuePair<string, string>> KeysOf(Caller caller) =>
    [
        KeyValuePair.Create("aws:PrincipalArn", $"arn:aws:iam::{caller.AccountId}:role/{Name}"),
        .. Tags.Select(tag => KeyValuePair.Create($"aws:PrincipalTag/{tag.Key}", tag.Value)),
    ];
}
