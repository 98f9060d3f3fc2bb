using Amicast.Simulator.Ec2.Regions;

namespace Amicast.Simulator.Account.Describing;

/// <summary>An account around described instances: their Regions, and every Region that needs no opt-in, so that copies have where to go.</summary>
internal static class DescribedAccount
{
    /// <summary>Source: "AWS Regions", those that are enabled by default.</summary>
    private static readonly string[] WithoutOptIn =
    [
        "ap-northeast-1", "ap-northeast-2", "ap-northeast-3", "ap-south-1", "ap-southeast-1", "ap-southeast-2", "ca-central-1", "eu-central-1", "eu-north-1",
        "eu-west-1", "eu-west-2", "eu-west-3", "sa-east-1", "us-east-1", "us-east-2", "us-west-1", "us-west-2",
    ];

    internal static AccountDocument Of(string accountId, IReadOnlyList<DescribedInstance> instances)
    {
        var described = instances.GroupBy(one => one.Region, one => one.Instance).Select(region => Region(region.Key, [.. region])).ToList();
        var others = WithoutOptIn.Except(described.Select(region => region.Name)).Select(name => Region(name, []));
        return new(accountId, StartAfter(instances), [.. described, .. others]);
    }

    /// <summary>Instances are there when the world begins: a day after the last of them was launched, where that is later than worlds begin.</summary>
    private static DateTimeOffset StartAfter(IReadOnlyList<DescribedInstance> instances)
    {
        var last = instances
            .SelectMany(one => one.Instance.Volumes.Select(volume => volume.AttachedAt).Append(one.Instance.LaunchTime))
            .Max() ?? DateTimeOffset.MinValue;
        return last < AccountDocument.DefaultStart ? AccountDocument.DefaultStart : new DateTimeOffset(last.UtcDateTime.Date.AddDays(2), TimeSpan.Zero);
    }

    private static RegionDocument Region(string name, IReadOnlyList<InstanceDocument> instances)
    {
        var zones = instances.Select(instance => instance.Place.AvailabilityZone!).Concat(ZoneId.DefaultZones(name)).Distinct().Order(StringComparer.Ordinal);
        return new(name, WithoutOptIn.Contains(name) ? "opt-in-not-required" : "opted-in", [.. zones], instances, [], [])
        {
            KeyPairs = [.. instances.Select(instance => instance.Launch.KeyName).OfType<string>().Distinct()],
        };
    }
}
