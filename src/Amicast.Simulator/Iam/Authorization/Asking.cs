using Amicast.Simulator.Ec2;

namespace Amicast.Simulator.Iam.Authorization;

/// <summary>Writes the requests of a call, each with the keys that every request has.</summary>
internal static class Asking
{
    /// <summary>Whether the caller may do this to that; what EC2 asks, it asks for the Region of the call.</summary>
    internal static AuthorizationRequest Ask(this Call call, string action, AuthorizedResource resource) => call.Ask(action, resource, call.Region.Name);

    /// <param name="region">Where the action is asked for: of a key, where the key is.</param>
    internal static AuthorizationRequest Ask(this Call call, string action, AuthorizedResource resource, string region)
    {
        IEnumerable<ContextValue> common = [new("aws:RequestedRegion", region), new("aws:PrincipalAccount", call.AccountId)];
        if (resource.OwnerId is { } owner)
        {
            common = common.Append(new("aws:ResourceAccount", owner));
        }

        if (action.StartsWith("ec2:", StringComparison.Ordinal))
        {
            common = common.Append(new("ec2:Region", region));
        }

        return new(action, resource.Arn, ByKey(common.Concat(resource.Keys)));
    }

    private static Dictionary<string, IReadOnlyList<string>> ByKey(IEnumerable<ContextValue> values)
    {
        var context = new Dictionary<string, IReadOnlyList<string>>(StringComparer.OrdinalIgnoreCase);
        foreach (var (key, value) in values)
        {
            context[key] = [.. context.GetValueOrDefault(key) ?? [], value];
        }

        return context;
    }
}
