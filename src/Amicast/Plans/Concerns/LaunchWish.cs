using Amicast.Aws;
using Amicast.Requests;

namespace Amicast.Plans.Concerns;

/// <summary>A value that a launch will use, with the place in the document that it comes from.</summary>
/// <param name="Value">The value.</param>
/// <param name="Path">Where the request says it, or names the template that does.</param>
/// <param name="Sayer">Who says it, for a sentence: <c>launch template 'web' version 2</c>; absent: the request.</param>
internal sealed record Said<T>(T Value, string Path, string? Sayer)
{
    /// <summary>The cause of a problem, with who says so where it is not the request.</summary>
    internal string Cause(string cause) => Sayer is null ? cause : $"{Sayer}: {cause}";
}

/// <summary>What a launch comes to in one Region: what the request says, over what its template's version says.</summary>
internal sealed class LaunchWish
{
    private readonly RequestLaunch _launch;
    private readonly InstanceDescription _template;
    private readonly string _templatePath;
    private readonly string? _sayer;

    internal LaunchWish(RequestLaunch launch, Amazon.EC2.Model.LaunchTemplateVersion? version)
    {
        _launch = launch;
        _template = version?.LaunchTemplateData?.ToDescription() ?? new InstanceDescription();
        _templatePath = launch.Template is { } template ? $"{template.Path}.{(template.Id is null ? "name" : "id")}" : launch.Path;
        _sayer = version is null ? null : $"launch template '{version.LaunchTemplateName}' version {version.VersionNumber}";
    }

    /// <summary>A launch from a template that the run makes; without a launch, what the template itself comes to.</summary>
    internal LaunchWish(RequestLaunch? launch, RequestLaunchTemplate template, InstanceDescription made)
    {
        _launch = launch ?? new RequestLaunch(template.Path, null, 0, new InstanceDescription(), Verification.None);
        _template = made;
        _templatePath = $"{template.Path}.{(template.FromInstance ? "fromInstance" : "create")}";
        _sayer = $"launch template '{template.Name}', to be made";
        Elsewhere = "name one of the Region's, or give the destination its own 'launchTemplate' with 'create'";
    }

    internal RequestLaunch Launch => _launch;

    /// <summary>What to do about something that the Region does not have.</summary>
    internal string Elsewhere { get; } = "name one of the Region's, or give the destination its own 'launch'";

    /// <summary>The types that may be launched; a fleet's in place of all others.</summary>
    internal IReadOnlyList<Said<string>> InstanceTypes => _launch.Fleet is { } fleet
        ? [.. fleet.InstanceTypes.Index().Select(type => new Said<string>(type.Item, $"{fleet.Path}.instanceTypes[{type.Index}]", null))]
        : ListOf(Of("instanceType", d => d.InstanceType));

    internal Said<string>? KeyName => Of("keyName", d => d.KeyName);

    internal Said<string>? IamInstanceProfile => Of("iamInstanceProfile", d => d.IamInstanceProfile);

    /// <summary>Whether the template asks for Spot by itself: a request cannot take that back, and a fleet does not take such a template.</summary>
    internal Said<string>? TemplateMarket => _template.Market is Market.Spot ? new("spot", _templatePath, _sayer) : null;

    internal Said<string>? TerminationProtection =>
        Of("disableApiTermination", d => d.DisableApiTermination is { } on ? $"{on}" : null) is { Value: "True" } said ? said : null;

    internal IReadOnlyList<Said<string>> Zones => _launch.Fleet is { AvailabilityZones.Count: > 0 } fleet
        ? [.. fleet.AvailabilityZones.Index().Select(zone => new Said<string>(zone.Item, $"{fleet.Path}.availabilityZones[{zone.Index}]", null))]
        : ListOf(Of("availabilityZone", d => d.AvailabilityZone));

    /// <summary>The subnets, also those inside network interfaces.</summary>
    internal IReadOnlyList<Said<string>> Subnets => _launch.Fleet is { SubnetIds.Count: > 0 } fleet
        ? [.. fleet.SubnetIds.Index().Select(subnet => new Said<string>(subnet.Item, $"{fleet.Path}.subnetIds[{subnet.Index}]", null))]
        : [.. ListOf(Of("subnetId", d => d.SubnetId)), .. Interfaces("subnetId", i => i.SubnetId is { } id ? [id] : [])];

    /// <summary>The security groups, also those inside network interfaces.</summary>
    internal IReadOnlyList<Said<string>> Groups =>
        [.. Each(Of("securityGroupIds", d => d.SecurityGroupIds)), .. Interfaces("securityGroupIds", i => i.SecurityGroupIds ?? [])];

    /// <summary>What the request says beside the template's network interfaces, which EC2 refuses.</summary>
    internal IEnumerable<Said<string>> BesideInterfaces => _template.NetworkInterfaces is null || _launch.Overrides.NetworkInterfaces is not null ? []
        : new[] { ("subnetId", _launch.Overrides.SubnetId), ("securityGroupIds", _launch.Overrides.SecurityGroupIds?[0]) }
            .Where(said => said.Item2 is not null)
            .Select(said => new Said<string>(said.Item1, $"{_launch.DescriptionPath}.{said.Item1}", _sayer));

    private Said<T>? Of<T>(string member, Func<InstanceDescription, T?> value)
        where T : class => value(_launch.Overrides) is { } own ? new(own, $"{_launch.DescriptionPath}.{member}", null)
        : value(_template) is { } templates ? new(templates, _templatePath, _sayer)
        : null;

    private static List<Said<string>> ListOf(Said<string>? one) => one is null ? [] : [one];

    private static IEnumerable<Said<string>> Each(Said<IReadOnlyList<string>>? list) => list is null ? []
        : list.Value.Index().Select(one => new Said<string>(one.Item, list.Sayer is null ? $"{list.Path}[{one.Index}]" : list.Path, list.Sayer));

    private IEnumerable<Said<string>> Interfaces(string member, Func<DescribedInterface, IReadOnlyList<string>> values) =>
        Of("networkInterfaces", d => d.NetworkInterfaces) is not { } interfaces ? []
            : interfaces.Value.Index().SelectMany(one => values(one.Item).Select(value => new Said<string>(
                value, interfaces.Sayer is null ? $"{interfaces.Path}[{one.Index}].{member}" : interfaces.Path, interfaces.Sayer)));
}
