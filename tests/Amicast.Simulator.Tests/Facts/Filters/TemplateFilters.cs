namespace Amicast.Simulator.Tests.Facts.Filters;

/// <summary>Launch templates, and the versions of the one named web.</summary>
internal static class TemplateFilters
{
    internal static IReadOnlyList<FilterRow> Rows { get; } =
    [
        new("DescribeLaunchTemplates", "create-time", "{start}", "web db"),
        new("DescribeLaunchTemplates", "launch-template-name", "w*", "web"),
        new("DescribeLaunchTemplates", "tag-key", "Team", "web"),
        new("DescribeLaunchTemplates", "tag:Team", "web", "web"),
        Of("create-time", "{start}", "2 1"),
        Of("ebs-optimized", "true", "3"),
        Of("http-endpoint", "disabled", "3"),
        Of("http-tokens", "optional", "3"),
        Of("iam-instance-profile", "arn:aws:iam::123456789012:instance-profile/web", "1"),
        Of("image-id", "ami-00000000000000002", "2"),
        Of("instance-type", "m7?.large", "2 1"),
        Of("is-default-version", "true", "1"),
        .. FilterRow.None(
            "DescribeLaunchTemplateVersions", "host-resource-group-arn", "http-protocol-ipv4", "kernel-id", "license-configuration-arn", "network-card-index", "ram-disk-id"),
    ];

    private static FilterRow Of(string filter, string value, string expected) => new("DescribeLaunchTemplateVersions", filter, value, expected);
}
