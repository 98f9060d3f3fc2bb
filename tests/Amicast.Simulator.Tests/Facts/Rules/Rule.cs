namespace Amicast.Simulator.Tests.Facts.Rules;

/// <summary>One rule of EC2, in words, and the requests that show it.</summary>
internal sealed record Rule(string Words, params IReadOnlyList<Step> Steps)
{
    internal static IReadOnlyList<Rule> All { get; } = [.. ImageRules.All, .. SharingRules.All, .. BlockPublicAccessRules.All, .. TextRules.All, .. CopyRules.All, .. InstanceRules.All, .. TemplateRules.All];
}

/// <summary>One request, and its whole outcome.</summary>
/// <param name="Request">Without <c>Action=</c>; ids that a response gave stand in braces, <c>{imageId}</c>.</param>
/// <param name="Expected"><c>OK</c>, a whole error, or the texts of <see cref="Element"/>.</param>
internal sealed record Step(string Request, string Expected)
{
    /// <summary>The elements whose texts are asked for; none: only whether it succeeds.</summary>
    internal string? Element { get; init; }

    internal string AccessKey { get; init; } = "AKIDEXAMPLE";

    /// <summary>How much time passes before it.</summary>
    internal TimeSpan After { get; init; }

    internal static Step Ok(string request) => new(request, QueryWorld.Succeeded);

    internal static Step Fails(string request, string error) => new(request, error);

    internal static Step Shows(string element, string request, string texts) => new(request, texts) { Element = element };

    internal Step By(string accessKey) => this with { AccessKey = accessKey };

    internal Step Later(TimeSpan time) => this with { After = time };
}
