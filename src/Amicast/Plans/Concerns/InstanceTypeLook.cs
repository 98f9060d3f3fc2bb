using Amazon.EC2;
using Amazon.EC2.Model;
using Amicast.Requests;

namespace Amicast.Plans.Concerns;

/// <summary>Looks whether instance types are offered in a Region, and run what the image runs on.</summary>
internal sealed class InstanceTypeLook(PlanRegion region, LaunchWish wish, string? architecture)
{
    private IReadOnlyList<string>? _offered;
    private Dictionary<string, List<string>> _architectures = [];

    internal IEnumerable<Task> Looks(CancellationToken cancellation)
    {
        var types = wish.InstanceTypes;
        return types.Count == 0 ? []
        :
        [
            region.Findings.TryAsync(types[0].Path, $"whether {region.Name} offers the instance type", () => LookAtOfferingsAsync(types, cancellation)),
            region.Findings.TryAsync(types[0].Path, "whether the instance type runs the image", () => LookAtTypesAsync(types, cancellation)),
        ];
    }

    internal void Check()
    {
        foreach (var type in wish.InstanceTypes)
        {
            if (_offered?.Contains(type.Value) == false)
            {
                region.Findings.Refuse(type.Path, "InstanceTypeNotOffered", type.Cause($"{region.Name} does not offer '{type.Value}'"), Remedy(type.Value));
            }
            else if (architecture is not null && _architectures.TryGetValue(type.Value, out var runs) && !runs.Contains(architecture))
            {
                region.Findings.Refuse(type.Path, "WrongArchitecture", type.Cause($"'{type.Value}' runs {string.Join(" and ", runs)}, the image is for {architecture}"),
                    $"choose an instance type for {architecture}");
            }
        }
    }

    // Where the family is there, the size is wrong; else the family is.
    private string Remedy(string type)
    {
        var family = _offered!.Where(other => other.StartsWith($"{type.Split('.')[0]}.", StringComparison.Ordinal)).ToList();
        var near = Nearest.To(type, family.Count > 0 ? family : _offered!);
        return near is null ? "choose a type that it offers, or give the destination its own 'launch'" : $"did you mean '{near}'?";
    }

    // Besides the types themselves, those that might have been meant: the family's others, and the size's.
    private async Task LookAtOfferingsAsync(IReadOnlyList<Said<string>> types, CancellationToken cancellation)
    {
        var names = types.SelectMany(type => type.Value.Split('.') is [var family, var size] ? [$"{family}.*", $"*.{size}"] : new[] { type.Value });
        var ask = new DescribeInstanceTypeOfferingsRequest
        {
            LocationType = LocationType.Region,
            Filters = [new Filter("instance-type", [.. names.Distinct()])],
            MaxResults = 1000,
        };
        var answer = await region.Ec2.DescribeInstanceTypeOfferingsAsync(ask, cancellation);
        _offered = [.. (answer.InstanceTypeOfferings ?? []).Select(offering => offering.InstanceType.Value)];
    }

    // By filter: by name, one type that is not there would be an error for all.
    private async Task LookAtTypesAsync(IReadOnlyList<Said<string>> types, CancellationToken cancellation)
    {
        var ask = new DescribeInstanceTypesRequest { Filters = [new Filter("instance-type", [.. types.Select(type => type.Value).Distinct()])] };
        var answer = await region.Ec2.DescribeInstanceTypesAsync(ask, cancellation);
        _architectures = (answer.InstanceTypes ?? []).ToDictionary(type => type.InstanceType.Value, type => type.ProcessorInfo?.SupportedArchitectures ?? []);
    }
}
