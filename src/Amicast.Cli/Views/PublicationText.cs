using Amicast.Plans;
using Amicast.Requests;

namespace Amicast.Cli.Views;

/// <summary>What will become of a Region's launch template, in words.</summary>
internal static class PublicationText
{
    internal static string Of(PlannedPublication publication)
    {
        var version = publication.Publish == Publish.Never ? "no new version" : $"a new version {When(publication.Publish)}{Default(publication)}";
        return publication.Base is { } template ? $"{template.Name}: {version}, made from version {template.Version}" : $"made, for there is none: {version}";
    }

    private static string When(Publish publish) => publish == Publish.Always ? "as soon as the image is available" : "when the instances are verified";

    private static string Default(PlannedPublication publication) =>
        publication is { DefaultBefore: { } before, Own: null or { SetsDefault: true } } ? $" (the default is version {before} now)" : "";
}
