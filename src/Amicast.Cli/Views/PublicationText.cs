using Amicast.Plans;
using Amicast.Requests;

namespace Amicast.Cli.Views;

/// <summary>What will become of a Region's launch template and of its SSM parameter, in words.</summary>
internal static class PublicationText
{
    internal static string Of(PlannedPublication publication)
    {
        var what = publication.Base is { } template ? $"{template.Name}, from version {template.Version}" : $"{publication.Own?.Name}, which will be made";
        return publication.Publish == Publish.Never ? $"{what}: no new version" : $"{what}: a new version {When(publication.Publish)}{Default(publication)}{Parameter(publication)}";
    }

    private static string When(Publish publish) => publish == Publish.Always ? "as soon as the image is available" : "when the instances are verified";

    private static string Default(PlannedPublication publication) => publication switch
    {
        { Own.SetsDefault: false } => ", not the default",
        { DefaultBefore: { } before } => $"; the default moves there from version {before}",
        _ => "; it becomes the default",
    };

    private static string Parameter(PlannedPublication publication) => publication switch
    {
        { Own.Parameter: null } or { Own: null } => "",
        { ParameterBefore: { } before } => $"; parameter {publication.Own.Parameter}, {before.Value} now",
        _ => $"; parameter {publication.Own.Parameter}, which will be made",
    };
}
