using System.Globalization;
using Amicast.Errors;

namespace Amicast;

/// <summary>What this deployment allows, whatever a request asks for.</summary>
/// <param name="AllowPublicImages">Whether a request may make images public. Default false.</param>
/// <param name="AllowedRegions">The Regions that a request may name; empty: all that the account has.</param>
/// <param name="AllowedAccounts">The accounts that a request may share with, and then with no organization; empty: all.</param>
/// <param name="AllowSourceStop">Whether a request may stop the instance that it images. Default false.</param>
/// <param name="AllowSourceTerminate">Whether a request may terminate the instance that it images. Default false.</param>
/// <param name="PublicImageQuota">How many public images the account may have in a Region; EC2's default is 5.</param>
/// <param name="SharingQuota">With how many accounts, organizations and organizational units an image can be shared; EC2's default is 1,000.</param>
public sealed record Deployment(
    bool AllowPublicImages,
    IReadOnlyList<string> AllowedRegions,
    IReadOnlyList<string> AllowedAccounts,
    bool AllowSourceStop = false,
    bool AllowSourceTerminate = false,
    int PublicImageQuota = Deployment.DefaultPublicImageQuota,
    int SharingQuota = Deployment.DefaultSharingQuota)
{
    // "AMI quotas in Amazon EC2", EC2 User Guide.
    private const int DefaultPublicImageQuota = 5;
    private const int DefaultSharingQuota = 1000;
    private const string AnyPath = "/";

    /// <summary>The customer managed keys that may be used, as ARNs; empty: all. Keys that AWS manages are not limited.</summary>
    public IReadOnlyList<string> KmsKeys { get; init; } = [];

    /// <summary>The launch templates that may be changed, as ARNs, besides those that runs have made; empty: all.</summary>
    public IReadOnlyList<string> LaunchTemplates { get; init; } = [];

    /// <summary>Under which path the SSM parameters stand that may be written, with a slash at both ends. Default: <c>/</c>, anywhere.</summary>
    public string ParameterPath { get; init; } = AnyPath;

    /// <summary>Whether instances may be launched with an instance profile; whose roles may be passed is IAM's to decide. Default true.</summary>
    public bool AllowInstanceProfiles { get; init; } = true;

    /// <summary>Whether a request may describe instances by itself, without a launch template. Default true.</summary>
    public bool AllowLaunchWithoutTemplate { get; init; } = true;

    /// <summary>Allows private images in every Region, shared with anyone that a request names, and leaves sources as they are.</summary>
    public static Deployment Default { get; } = new(false, [], []);

    /// <summary>
    /// Reads <c>AMICAST_ALLOW_PUBLIC_IMAGES</c>, <c>AMICAST_ALLOW_SOURCE_STOP</c>, <c>AMICAST_ALLOW_SOURCE_TERMINATE</c> (<c>true</c> or <c>false</c>), <c>AMICAST_ALLOWED_REGIONS</c>,
    /// <c>AMICAST_ALLOWED_ACCOUNTS</c>, <c>AMICAST_KMS_KEYS</c>, <c>AMICAST_LAUNCH_TEMPLATES</c> (comma-separated), <c>AMICAST_PUBLIC_IMAGE_QUOTA</c>,
    /// <c>AMICAST_SHARING_QUOTA</c> (whole numbers), <c>AMICAST_PARAMETER_PATH</c>, <c>AMICAST_ALLOW_INSTANCE_PROFILES</c> and
    /// <c>AMICAST_ALLOW_LAUNCH_WITHOUT_TEMPLATE</c> (<c>true</c> unless said).
    /// </summary>
    /// <exception cref="InvalidSettingException">A quota is not a whole number, or a permission neither true nor false.</exception>
    public static Deployment FromEnvironment(Func<string, string?> variable)
    {
        ArgumentNullException.ThrowIfNull(variable);
        return new Deployment(
            Flag(variable, "AMICAST_ALLOW_PUBLIC_IMAGES"),
            List(variable("AMICAST_ALLOWED_REGIONS")),
            List(variable("AMICAST_ALLOWED_ACCOUNTS")),
            Flag(variable, "AMICAST_ALLOW_SOURCE_STOP"),
            Flag(variable, "AMICAST_ALLOW_SOURCE_TERMINATE"),
            Number(variable, "AMICAST_PUBLIC_IMAGE_QUOTA", DefaultPublicImageQuota),
            Number(variable, "AMICAST_SHARING_QUOTA", DefaultSharingQuota))
        {
            KmsKeys = List(variable("AMICAST_KMS_KEYS")),
            LaunchTemplates = List(variable("AMICAST_LAUNCH_TEMPLATES")),
            ParameterPath = variable("AMICAST_PARAMETER_PATH") is { Length: > 0 } path ? path : AnyPath,
            AllowInstanceProfiles = Flag(variable, "AMICAST_ALLOW_INSTANCE_PROFILES", otherwise: true),
            AllowLaunchWithoutTemplate = Flag(variable, "AMICAST_ALLOW_LAUNCH_WITHOUT_TEMPLATE", otherwise: true),
        };
    }

    /// <summary>Whether an SSM parameter may be written: a path that is limited has only names that begin with it.</summary>
    internal bool AllowsParameter(string name) => ParameterPath == AnyPath || name.StartsWith(ParameterPath, StringComparison.Ordinal);

    /// <summary>Whether an account, an organization or its unit, or everyone (<c>all</c>) may be given a permission of an image or snapshot.</summary>
    internal bool AllowsHolder(string holder) => holder == Sharing.IPermissions.Everyone ? AllowPublicImages : AllowedAccounts.Count == 0 || AllowedAccounts.Contains(holder);

    private static bool Flag(Func<string, string?> variable, string name, bool otherwise = false) => variable(name) is { Length: > 0 } text
        ? bool.TryParse(text, out var isTrue) ? isTrue : throw new InvalidSettingException($"{name} is '{text}': give true or false, or leave it out.")
        : otherwise;

    private static string[] List(string? text) =>
        text?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];

    private static int Number(Func<string, string?> variable, string name, int otherwise) =>
        variable(name) is not { Length: > 0 } text ? otherwise
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
        : throw new InvalidSettingException($"{name} is '{text}': give a whole number from 0 to {int.MaxValue}, or leave it out.");
}
