using System.Text;
using System.Text.RegularExpressions;

namespace Amicast.Benchmarks;

/// <summary>Requests of half a million parameters and of 10 MB: what each takes to be refused, and how.</summary>
internal static partial class LargeBodies
{
    private const int Many = 500_000;
    private const int TenMegabytes = 10_000_000;
    private const int Rounds = 3;

    /// <summary>The operation, and what stands in the body after it; <c>#</c> is a number from 1 on.</summary>
    private static readonly (string Operation, string Start, string Each)[] Lists =
    [
        ("DescribeImages", "", "&Filter.#.Name=name"),
        ("DescribeImages", "&Filter.1.Name=name", "&Filter.1.Value.#=web"),
        ("DescribeImages", "", "&ImageId.#=ami-00000000000000000"),
        ("DescribeImages", "", "&Owner.#=111122223333"),
        ("DescribeImages", "", "&Unknown.#=x"),
        ("DescribeInstanceTypes", "", "&InstanceType.#=m7i.large"),
        ("CreateTags", "&ResourceId.1=ami-00000000000000000", "&Tag.#.Key=k#"),
        ("CreateTags", "&Tag.1.Key=k", "&ResourceId.#=ami-00000000000000000"),
        ("RunInstances", "&ImageId=ami-00000000000000000&MinCount=1&MaxCount=1", "&BlockDeviceMapping.#.DeviceName=/dev/sd#"),
        ("RunInstances", "&ImageId=ami-00000000000000000&MinCount=1&MaxCount=1", "&TagSpecification.#.ResourceType=instance"),
        ("RunInstances", "&ImageId=ami-00000000000000000&MinCount=1&MaxCount=1", "&SecurityGroupId.#=sg-00000000000000000"),
        ("RegisterImage", "&Name=new&RootDeviceName=/dev/sda", "&BlockDeviceMapping.#.DeviceName=/dev/sd#"),
        ("CreateFleet", "&Type=instant&TargetCapacitySpecification.TotalTargetCapacity=1", "&LaunchTemplateConfigs.#.LaunchTemplateSpecification.Version=1"),
        ("ModifyImageAttribute", "&ImageId=ami-00000000000000000", "&LaunchPermission.Remove.#.Group=all"),
    ];

    internal static void Measure()
    {
        var cloud = new CloudOfImages(images: 1000);
        foreach (var (operation, start, each) in Lists)
        {
            var body = new StringBuilder($"Action={operation}&Version=2016-11-15{start}");
            for (var number = 1; number <= Many; number++)
            {
                body.Append(each.Replace("#", $"{number}", StringComparison.Ordinal));
            }

            Measure(cloud, $"{operation}{start}{each}", body.ToString());
        }

        Measure(cloud, "10 MB in one value", $"Action=DescribeImages&Version=2016-11-15&Owner.1={new string('x', TenMegabytes)}");
        Measure(cloud, "10 MB in one name", $"Action=DescribeImages&Version=2016-11-15&{string.Concat(Enumerable.Repeat("Filter.1.", TenMegabytes / 9))}Name=x");
        Measure(cloud, "10 MB of percent signs", $"Action=DescribeImages&Version=2016-11-15&Owner.1={new string('%', TenMegabytes)}");
        Measure(cloud, "10 MB of ampersands", $"Action=DescribeImages&Version=2016-11-15{new string('&', TenMegabytes)}");
    }

    private static void Measure(CloudOfImages cloud, string what, string body)
    {
        var octets = Encoding.UTF8.GetBytes(body);
        var answer = "";
        var rounds = Benchmarks.Rounds.Of(Rounds, () => answer = cloud.Clock.Run(() => cloud.SendAsync(octets)));
        var code = Code().Match(answer) is { Success: true } refused ? refused.Groups["code"].Value : "carried out";
        Console.WriteLine($"  {what} ({octets.Length / 1e6:N1} MB): {code}, {rounds}");
    }

    [GeneratedRegex("<Code>(?<code>[^<]*)</Code>", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Code();
}
