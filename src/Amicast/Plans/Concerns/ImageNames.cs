using Amazon.EC2.Model;
using Amicast.Aws;
using Amicast.Requests;

namespace Amicast.Plans.Concerns;

/// <summary>How the images are named, in every Region, and whether the names are free.</summary>
/// <remarks>CreateImage is refused for a name that the account has in use in the Region. CopyImage is not, but two images of one name cannot be told apart.</remarks>
internal sealed class ImageNames(PlanScope scope, SourceConcern source) : PlanConcern
{
    private const string FirstSuffix = "-first";
    private Dictionary<string, PlannedImage> _copies = [];
    private PlannedImage? _first;

    internal override async Task LookFurtherAsync(CancellationToken cancellation)
    {
        if (source.Facts is not { } facts)
        {
            return;
        }

        var request = scope.Request;
        var values = new NameTemplate.Values(request.ScheduledTime ?? scope.StartedAt, scope.Run, request.Source.InstanceId, facts.Tags);
        var first = NameFirstAsync(values, cancellation);
        var copies = scope.EachRegionAsync(region => NameCopyAsync(region, facts, values, cancellation));
        await Task.WhenAll(first, copies);
        (_first, _copies) = (await first, await copies);
    }

    internal override PlannedDestination Complete(PlannedDestination planned, PlanRegion region) => planned with { Image = _copies.GetValueOrDefault(region.Name) };

    internal override Plan Complete(Plan plan) => plan with { Image = _first };

    private async Task<PlannedImage?> NameFirstAsync(NameTemplate.Values values, CancellationToken cancellation)
    {
        // The source Region's own entry, if it has one, says how its image is named.
        var request = scope.Request;
        var wanted = request.Destinations.FirstOrDefault(d => d.Region == request.Source.Region)?.Image ?? request.Image;
        if (scope.Earlier?.Plan is not null || request.Source.InstanceId is null || wanted.Name is null || Expand(wanted, values, scope.Findings) is not { } name)
        {
            return null;
        }

        if (wanted.Reboot && source.Facts?.Instance?.State?.Name?.Value == "running")
        {
            scope.Findings.Change($"{request.Source.InstanceId} is rebooted when its image is made, for a clean file system");
        }

        name = FirstName(name, wanted);
        await CheckFreeAsync(request.Source.Region, name, wanted, scope.Findings, cancellation);
        return new PlannedImage(name, wanted.Description, wanted.Reboot, wanted.Tags);
    }

    private async Task<PlannedImage?> NameCopyAsync(PlanRegion region, SourceFacts facts, NameTemplate.Values values, CancellationToken cancellation)
    {
        var wanted = region.Wanted.Image;
        if (!region.IsCopied || IsNamed(region) || (wanted.Name is null ? facts.Name : Expand(wanted, values, region.Findings)) is not { } name)
        {
            return null;
        }

        await region.Findings.TryAsync(
            $"{wanted.Path}.name", $"whether the name is free in {region.Name}", () => CheckFreeAsync(region.Name, name, wanted, region.Findings, cancellation));
        return new PlannedImage(name, wanted.Description, Reboot: false, wanted.Tags);
    }

    // By an earlier execution of the run: the plan carries that name on, whatever the source's tags say by now.
    private bool IsNamed(PlanRegion region) => scope.Earlier?.DestinationIn(region.Name) is not null;

    // Where an encrypted copy takes the first image's place, the copy has the name from the beginning: nobody finds the other one by it.
    private string FirstName(string name, RequestImage wanted)
    {
        if (!scope.Regions.Any(region => region is { IsSource: true, IsCopied: true }))
        {
            return name;
        }

        if (name.Length + FirstSuffix.Length > NameTemplate.Longest)
        {
            scope.Findings.Refuse($"{wanted.Path}.name", "InvalidName", $"'{name}' leaves no room for '{FirstSuffix}'",
                $"an image that is encrypted anew takes at most {NameTemplate.Longest - FirstSuffix.Length} characters");
        }

        return name + FirstSuffix;
    }

    private static string? Expand(RequestImage wanted, NameTemplate.Values values, Findings findings)
    {
        var problems = new List<Problem>();
        var name = NameTemplate.Expand(wanted.Name!, values, $"{wanted.Path}.name", problems);
        findings.Refuse(problems);
        return name;
    }

    private async Task CheckFreeAsync(string region, string name, RequestImage wanted, Findings findings, CancellationToken cancellation)
    {
        var answer = await scope.Aws.Ec2(region).DescribeImagesAsync(
            new DescribeImagesRequest { Owners = ["self"], Filters = [new Filter("name", [name])], IncludeDisabled = true, IncludeDeprecated = true },
            cancellation);
        if (answer.Images?.FirstOrDefault(image => image.Tags?.Exists(t => t.Key == RunTags.Run && t.Value == scope.Run) != true) is { } taken)
        {
            findings.Refuse($"{wanted.Path}.name", "NameTaken", $"'{name}' is the name of {taken.ImageId} in {region}",
                "choose another name; {date} and {time} make it new each time");
        }
    }
}
