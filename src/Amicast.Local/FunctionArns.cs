namespace Amicast.Local;

/// <summary>The functions' ARNs in a local cloud, and the substitution that SAM makes on AWS.</summary>
internal static class FunctionArns
{
    // The account and Region that local ARNs name; nothing is called there.
    internal const string AccountId = "000000000000";
    internal const string Region = "us-east-1";

    private const string Prefix = $"arn:aws:lambda:{Region}:{AccountId}:function:";

    /// <summary>Puts an ARN in the place of each <c>${…FunctionArn}</c>.</summary>
    internal static string Substitute(string definition, IEnumerable<string> handlers) =>
        handlers.Aggregate(definition, (text, handler) => text.Replace($"${{{handler}FunctionArn}}", Prefix + handler, StringComparison.Ordinal));

    /// <summary>The handler behind an ARN.</summary>
    internal static string HandlerOf(string arn) => arn[Prefix.Length..];

    /// <summary>Whether an ARN is of this cloud's account and Region.</summary>
    internal static bool IsOwn(string arn) => arn.StartsWith(Prefix, StringComparison.Ordinal);

    /// <summary>The ARN of a function.</summary>
    internal static string Of(string name) => Prefix + name;

    /// <summary>The name of a function given by its ARN, by <c>account:function:name</c> or by its name; what is of elsewhere, or no name, as it is.</summary>
    internal static string NameOf(string function)
    {
        const string Partial = $"{AccountId}:function:";
        return function.StartsWith(Prefix, StringComparison.Ordinal) ? function[Prefix.Length..]
            : function.StartsWith(Partial, StringComparison.Ordinal) ? function[Partial.Length..]
            : function;
    }
}
