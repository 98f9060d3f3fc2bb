namespace Amicast;

/// <summary>What this deployment allows, whatever a request asks for.</summary>
/// <param name="AllowPublicImages">Whether a request may make images public. Default false.</param>
/// <param name="AllowedRegions">The Regions that a request may name; empty: all that the account has.</param>
/// <param name="AllowedAccounts">The accounts that a request may share with; empty: all.</param>
public sealed record Deployment(bool AllowPublicImages, IReadOnlyList<string> AllowedRegions, IReadOnlyList<string> AllowedAccounts)
{
    /// <summary>Allows private images in every Region, shared with any account that a request names.</summary>
    public static Deployment Default { get; } = new(false, [], []);

    /// <summary>Reads <c>AMICAST_ALLOW_PUBLIC_IMAGES</c> (<c>true</c>), <c>AMICAST_ALLOWED_REGIONS</c> and <c>AMICAST_ALLOWED_ACCOUNTS</c> (comma-separated).</summary>
    public static Deployment FromEnvironment(Func<string, string?> variable)
    {
        ArgumentNullException.ThrowIfNull(variable);
        return new Deployment(
            string.Equals(variable("AMICAST_ALLOW_PUBLIC_IMAGES"), "true", StringComparison.OrdinalIgnoreCase),
            List(variable("AMICAST_ALLOWED_REGIONS")),
            List(variable("AMICAST_ALLOWED_ACCOUNTS")));
    }

    private static string[] List(string? text) =>
        text?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];
}
