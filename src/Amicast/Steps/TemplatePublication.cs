using Amazon.EC2;
using Amazon.EC2.Model;
using Amicast.Aws;
using Amicast.Errors;
using Amicast.Reports;

namespace Amicast.Steps;

/// <summary>A version of a template that the run made, and what EC2 warns of it.</summary>
internal sealed record MadeVersion(long Number, string? Warning);

/// <summary>The version of a Region's launch template that has the run's image, and the template's default version.</summary>
/// <remarks>Versions carry no tags: the run's is recognised by its description and its image.</remarks>
internal sealed class TemplatePublication(IAmazonEC2 ec2, RegionInput input, TemplateRecord template)
{
    // A template that the run made begins with its only version as the default.
    internal long DefaultBefore => input.PublicationHere.DefaultBefore ?? 1;

    private int Attempt => input.Image.Attempt;

    /// <summary>The run's version, if it is there.</summary>
    internal async Task<MadeVersion?> FindVersionAsync(CancellationToken cancellation)
    {
        var ask = new DescribeLaunchTemplateVersionsRequest { LaunchTemplateId = template.Id, Filters = [new Filter("image-id", [input.Image.ImageId])] };
        var versions = await ec2.Paginators.DescribeLaunchTemplateVersions(ask).LaunchTemplateVersions.ToListAsync(cancellation);
        var own = versions.Where(IsOwn).OrderBy(version => version.VersionNumber).FirstOrDefault();
        return own?.VersionNumber is { } number ? new MadeVersion(number, Warning: null) : null;
    }

    /// <summary>Makes the run's version: the base with the image in place of the base's.</summary>
    internal async Task<MadeVersion> MakeVersionAsync(CancellationToken cancellation)
    {
        var answer = await ec2.CreateLaunchTemplateVersionAsync(
            new CreateLaunchTemplateVersionRequest
            {
                ClientToken = ClientToken.For(input.Run, input.Region, PublishTemplateStep.StepName, Attempt),
                LaunchTemplateId = template.Id,
                SourceVersion = $"{template.BaseVersion}",
                VersionDescription = $"{Mark} attempt={Attempt} previous-default={DefaultBefore}",
                LaunchTemplateData = new RequestLaunchTemplateData { ImageId = input.Image.ImageId },
            },
            cancellation);
        var warnings = (answer.Warning?.Errors ?? []).Select(error => $"{error.Code}: {error.Message}").ToList();
        return new MadeVersion(
            answer.LaunchTemplateVersion?.VersionNumber ?? throw new NotVisibleYetException($"The new version of {template.Id} in {input.Region} is not visible yet."),
            warnings.Count == 0 ? null : string.Join("; ", warnings));
    }

    internal async Task<long> DefaultAsync(CancellationToken cancellation)
    {
        var answer = await ec2.DescribeLaunchTemplatesAsync(new DescribeLaunchTemplatesRequest { LaunchTemplateIds = [template.Id] }, cancellation);
        return answer.LaunchTemplates?.FirstOrDefault()?.DefaultVersionNumber
            ?? throw new NotVisibleYetException($"{template.Id} is not visible in {input.Region} yet.");
    }

    /// <exception cref="DefaultVersionMovedException">The default is neither what the plan recorded nor the run's own version.</exception>
    internal async Task CheckDefaultAsync(long seen, long? own, CancellationToken cancellation)
    {
        // The run's version may have been made, by a second invocation, since it was looked for.
        if (input.LaunchTemplateHere.SetsDefault && seen != DefaultBefore && seen != own && !await IsOwnAsync(seen, cancellation))
        {
            throw new DefaultVersionMovedException(
                $"The default version of {template.Id} ({template.Name}) in {input.Region} was {DefaultBefore} when the run was planned, and is {seen} now: somebody else has moved it, and it stays there.");
        }
    }

    /// <summary>Moves the default version to <paramref name="number"/>, where the request says so, and returns the default version then.</summary>
    internal async Task<long> MoveDefaultAsync(long seen, long number, CancellationToken cancellation)
    {
        if (!input.LaunchTemplateHere.SetsDefault || seen == number)
        {
            return seen;
        }

        // The token makes a call that is repeated after somebody else has moved the default change nothing.
        await ec2.ModifyLaunchTemplateAsync(
            new ModifyLaunchTemplateRequest
            {
                ClientToken = ClientToken.For(input.Run, input.Region, $"{PublishTemplateStep.StepName}/default", Attempt),
                LaunchTemplateId = template.Id,
                DefaultVersion = $"{number}",
            },
            cancellation);
        return number;
    }

    private string Mark => $"amicast run={input.Run}";

    private async Task<bool> IsOwnAsync(long number, CancellationToken cancellation)
    {
        var ask = new DescribeLaunchTemplateVersionsRequest { LaunchTemplateId = template.Id, Versions = [$"{number}"] };
        return (await ec2.DescribeLaunchTemplateVersionsAsync(ask, cancellation)).LaunchTemplateVersions?.Exists(IsOwn) == true;
    }

    private bool IsOwn(LaunchTemplateVersion version) =>
        version.VersionDescription?.StartsWith($"{Mark} ", StringComparison.Ordinal) == true && version.LaunchTemplateData?.ImageId == input.Image.ImageId;
}
