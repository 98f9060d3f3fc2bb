using Amicast.Local;
using Amicast.Simulator.Account;
using Amicast.VirtualTime;

namespace Amicast.Storms.Drawing;

/// <summary>Draws an account: two to four Regions of <c>examples/account.json</c>, with small volumes, an image of its own, and sometimes what a run is going to change.</summary>
internal static class AccountDrawing
{
    internal const string Source = "us-east-1";
    internal const string Instance = "i-0123456789abcdef0";
    internal const string OwnImage = "ami-0c1d2e3f4a5b60001";
    internal const string Parameter = "/amicast/web/latest";
    internal const string Organization = "arn:aws:organizations::123456789012:organization/o-exampleorgid";
    internal static readonly string[] Others = ["111122223333", "444455556666"];

    private const int SmallestVolume = 4;
    private const int LargestVolume = 60;
    private static readonly AccountDocument Whole = LocalCloud.ExampleAccount;
    private static readonly string[] Destinations = [.. Whole.Regions.Where(region => region.Name != Source && region.OptInStatus != "not-opted-in").Select(region => region.Name)];

    internal static AccountDocument Draw(Chance chance)
    {
        var others = chance.Shuffled(Destinations).Take(chance.Next(1, Destinations.Length + 1)).ToList();
        return Whole with
        {
            Organization = new OrganizationDocument(Organization, []),
            Regions = [.. Whole.Regions.Where(region => region.Name == Source || others.Contains(region.Name)).Select(region => Furnish(region, chance))],
        };
    }

    private static RegionDocument Furnish(RegionDocument region, Chance chance) => region with
    {
        Instances = [.. region.Instances.Where(instance => instance.InstanceId == Instance).Select(instance => Shrink(instance, chance))],
        Images = region.Name == Source ? [.. region.Images, Golden(chance)] : region.Images,
        Parameters = chance.Strikes(0.5)
            ? [new ParameterDocument(Parameter, [new ParameterVersionDocument(1, "String", region.Images[0].ImageId, "text", "by hand", null)])]
            : [],
    };

    private static InstanceDocument Shrink(InstanceDocument instance, Chance chance) => instance with
    {
        State = chance.Strikes(0.15) ? "stopped" : "running",
        Volumes = [.. instance.Volumes.Take(chance.Next(1, 3)).Select(volume => volume with { SizeGiB = chance.Next(SmallestVolume, LargestVolume) })],
    };

    // Shared by hand, perhaps too widely.
    private static ImageDocument Golden(Chance chance) => new(
        OwnImage, "golden", null, null, "x86_64",
        [new ImageDeviceDocument("/dev/xvda", "snap-0c1d2e3f4a5b60001", chance.Next(SmallestVolume, LargestVolume), false, null)],
        chance.Strikes(0.3) ? [Others[1]] : [], new Dictionary<string, string>());
}
