namespace Amicast.Simulator.Iam.Authorization;

/// <summary>A resource as policies see it: its ARN, whose it is, and its condition keys. A key with several values stands there several times.</summary>
/// <param name="Arn">Of what is still to be made with the id <c>*</c>.</param>
/// <param name="OwnerId">The account that it belongs to, for <c>aws:ResourceAccount</c>; none: nobody's.</param>
/// <param name="Keys">Condition keys with their values.</param>
internal sealed record AuthorizedResource(string Arn, string? OwnerId, IReadOnlyList<ContextValue> Keys)
{
    /// <summary>What an action without resources is on.</summary>
    internal static AuthorizedResource All { get; } = new("*", null, []);

    internal AuthorizedResource With(params IEnumerable<ContextValue> keys) => this with { Keys = [.. Keys, .. keys] };

    internal AuthorizedResource With(string key, string? value) => value is null ? this : With(new ContextValue(key, value));

    /// <summary>Without keys that the reference does not list for an action.</summary>
    internal AuthorizedResource Without(params IEnumerable<string> keys) => this with { Keys = [.. Keys.Where(one => !keys.Contains(one.Key))] };

    /// <summary>Without the tags that the resource has.</summary>
    internal AuthorizedResource WithoutTags() => this with { Keys = [.. Keys.Where(one => !one.Key.Contains("ResourceTag/", StringComparison.Ordinal))] };

    /// <summary>Without all keys but the tags that the resource has.</summary>
    internal AuthorizedResource WithTagsOnly() => this with { Keys = [.. Keys.Where(one => one.Key.Contains("ResourceTag/", StringComparison.Ordinal))] };
}

/// <summary>One value of a condition key.</summary>
internal readonly record struct ContextValue(string Key, string Value);
