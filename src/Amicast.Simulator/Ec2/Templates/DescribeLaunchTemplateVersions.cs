using Amicast.Simulator.Ec2.Resources;
using Amicast.Simulator.Ec2.Wire;

namespace Amicast.Simulator.Ec2.Templates;

/// <summary>The versions of one launch template, the newest first; or the latest and default versions of all of them.</summary>
internal sealed class DescribeLaunchTemplateVersions : Operation
{
    private const int MostResults = 200;

    /// <summary>More than a template can have; so a place in the listing is one number.</summary>
    private const long PlacesPerTemplate = 100_000;

    private static readonly FilterTable<Item> Filters = new FilterTable<Item>()
        .With("create-time", (item, _) => FilterTable.Text(item.Version.CreatedAt))
        .With("ebs-optimized", (item, _) => FilterTable.Text(item.Version.Settings.EbsOptimized))
        .With("http-endpoint", (item, _) => item.Version.Settings.HttpEndpoint)
        .With("http-tokens", (item, _) => item.Version.Settings.HttpTokens)
        .With("iam-instance-profile", (item, _) => item.Version.Settings.IamInstanceProfileArn)
        .With("image-id", (item, _) => item.Version.Settings.ImageId)
        .With("instance-type", (item, _) => item.Version.Settings.InstanceType)
        .With("is-default-version", (item, _) => FilterTable.Text(item.Version.Number == item.Template.DefaultVersion))
        .WithNone("host-resource-group-arn", "http-protocol-ipv4", "kernel-id", "license-configuration-arn", "network-card-index", "ram-disk-id");

    internal override IEnumerable<string> FilterNames => Filters.Names;

    internal override IEnumerable<string> RefusedFilterNames => Filters.RefusedNames;

    internal override Effect Prepare(Call call)
    {
        var parameters = call.Parameters;
        if (parameters.Flag("ResolveAlias") == true)
        {
            throw RequestErrors.Unsupported("ResolveAlias");
        }

        var versions = parameters.List("LaunchTemplateVersion");
        var filter = Filters.Read(call);
        var page = Page.Read(parameters, 1, MostResults, hasIds: false);
        var items = Templates(call, versions)
            .SelectMany(template => Versions(template, versions, parameters))
            .Where(item => item.Place > page.After && filter(item));
        var found = page.Cut(items, item => item.Place, out var next);
        return () => response =>
        {
            response.List("launchTemplateVersionSet", found, (writer, item) => writer.WriteVersion(item.Template, item.Version, call));
            response.Text("nextToken", next);
        };
    }

    private static IEnumerable<LaunchTemplate> Templates(Call call, IReadOnlyList<string> versions)
    {
        if (call.Parameters.Text("LaunchTemplateId") is not null || call.Parameters.Text("LaunchTemplateName") is not null)
        {
            return [call.Template(call.Parameters)];
        }

        return versions.Count > 0 && versions.All(version => version is "$Latest" or "$Default")
            ? call.Region.Templates.ListedAfter(0, call.Now)
            : throw RequestErrors.MissingParameter("LaunchTemplateId or LaunchTemplateName");
    }

    private static IEnumerable<Item> Versions(LaunchTemplate template, IReadOnlyList<string> named, Parameters parameters)
    {
        var (least, most) = (Bound(parameters, "MinVersion"), Bound(parameters, "MaxVersion"));
        if (named.Count > 0 && (least ?? most) is not null)
        {
            throw RequestErrors.InvalidCombination("MinVersion and MaxVersion cannot be used together with a list of versions.");
        }

        var versions = named.Count > 0 ? named.Select(template.Version).Distinct() : template.Versions;
        return versions
            .Where(version => !(version.Number < least) && !(version.Number > most))
            .OrderByDescending(version => version.Number)
            .Select(version => new Item(template, version));
    }

    private static long? Bound(Parameters parameters, string name) => parameters.Number(name);

    private sealed record Item(LaunchTemplate Template, TemplateVersion Version)
    {
        internal long Place => Template.Sequence * PlacesPerTemplate + (PlacesPerTemplate - Version.Number);
    }
}
