namespace Amicast.Simulator.Iam.Authorization;

/// <summary>Tags as condition keys.</summary>
internal static class TagKeys
{
    /// <summary>The tags that a request gives.</summary>
    internal static IEnumerable<ContextValue> Requested(IReadOnlyDictionary<string, string> tags) =>
    [
        .. tags.Select(tag => new ContextValue($"aws:RequestTag/{tag.Key}", tag.Value)),
        .. tags.Keys.Select(key => new ContextValue("aws:TagKeys", key)),
    ];

    /// <summary>The tags that a resource has; EC2 knows them by two names.</summary>
    internal static IEnumerable<ContextValue> OfResource(IReadOnlyDictionary<string, string> tags, params IEnumerable<string> services) =>
        services.SelectMany(service => tags.Select(tag => new ContextValue($"{service}:ResourceTag/{tag.Key}", tag.Value)));
}
