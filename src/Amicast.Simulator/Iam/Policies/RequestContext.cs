namespace Amicast.Simulator.Iam.Policies;

/// <summary>The condition keys of a request with their values, those of the caller among them; names without regard to case.</summary>
internal sealed class RequestContext(AuthorizationRequest request, IEnumerable<KeyValuePair<string, string>> principal)
{
    private readonly Dictionary<string, IReadOnlyList<string>> _values = new(
        request.Context.Concat(principal.Select(key => KeyValuePair.Create<string, IReadOnlyList<string>>(key.Key, [key.Value]))).DistinctBy(key => key.Key, StringComparer.OrdinalIgnoreCase),
        StringComparer.OrdinalIgnoreCase);

    /// <summary>The values of a key; none, where the request does not have it or has it without a value.</summary>
    internal IReadOnlyList<string> Values(string key) => _values.GetValueOrDefault(key) ?? [];

    /// <summary>The value that a policy variable stands for. A key of several values has none.</summary>
    internal string? Variable(string key) => Values(key) is [var only] ? only : null;
}
