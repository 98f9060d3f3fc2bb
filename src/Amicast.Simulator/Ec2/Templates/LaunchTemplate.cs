using Amicast.Simulator.Ec2.Resources;

namespace Amicast.Simulator.Ec2.Templates;

/// <summary>A launch template with its versions.</summary>
internal sealed class LaunchTemplate : Resource
{
    internal required string Name { get; init; }

    /// <summary>In ascending order.</summary>
    internal List<TemplateVersion> Versions { get; } = [];

    /// <summary>The number of the next version: those of deleted ones are not given again.</summary>
    internal long NextNumber { get; set; } = 1;

    internal long DefaultVersion { get; set; } = 1;

    internal long LatestVersion => Versions[^1].Number;

    internal override string ResourceType => "launch-template";

    /// <summary>The version that a request names: a number, <c>$Latest</c> or <c>$Default</c>.</summary>
    internal TemplateVersion? Find(string version) => version switch
    {
        "$Latest" => Versions[^1],
        "$Default" => Versions.Find(one => one.Number == DefaultVersion),
        _ => long.TryParse(version, out var number) ? Versions.Find(one => one.Number == number) : null,
    };

    internal TemplateVersion Add(LaunchSettings settings, string? description, DateTimeOffset now)
    {
        var version = new TemplateVersion(NextNumber++, description, now, settings);
        Versions.Add(version);
        return version;
    }
}

/// <summary>One version of a launch template; it never changes.</summary>
internal sealed record TemplateVersion(long Number, string? Description, DateTimeOffset CreatedAt, LaunchSettings Settings);
