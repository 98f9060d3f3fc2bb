using System.Text.Json.Nodes;
using Amicast.Local;
using Amicast.Simulator.Account;
using Amicast.Simulator.Inventory;

namespace Amicast.WorkflowTests;

/// <summary>Requests that share, and what they leave in the simulated account.</summary>
internal static class Sharing
{
    internal const string ImageId = "ami-0b1c2d3e4f5a60001";
    internal const string Home = "us-east-1";
    internal const string Organization = "arn:aws:organizations::123456789012:organization/o-exampleorgid";
    internal const string Unit = "arn:aws:organizations::123456789012:ou/o-exampleorgid/ou-exam-exampleou1";

    /// <summary>The account of <c>examples/account-shared-image.json</c>: an image with two snapshots, shared with everyone and one account.</summary>
    internal static AccountDocument Account => AccountDocument.Parse(Tests.Repository.Read("examples/account-shared-image.json"));

    /// <summary>Shares the image where it is.</summary>
    internal static string Request(string share) => $$"""{ "source": { "region": "{{Home}}", "imageId": "{{ImageId}}" }, "share": {{share}} }""";

    /// <summary>Shares the image where it is, exactly.</summary>
    internal static string Exactly(JsonObject share)
    {
        share["mode"] = "exact";
        return Request(share.ToJsonString());
    }

    /// <summary>Who holds an image, and each of its snapshots.</summary>
    internal static string Held(RegionInventory region, string imageId = ImageId)
    {
        var image = region.Images.Single(one => one.Id == imageId);
        var snapshots = region.Snapshots.Where(one => image.SnapshotIds.Contains(one.Id)).Select(one => Joined(one.CreateVolumePermissions));
        return $"{Joined(image.LaunchPermissions)} | {string.Join(" | ", snapshots)}";
    }

    internal static string Joined(IEnumerable<string> holders) => string.Join(' ', holders.Order(StringComparer.Ordinal));

    /// <summary>The account of <c>examples/account.json</c> with one Region changed.</summary>
    internal static AccountDocument Example(string region, Func<RegionDocument, RegionDocument> change)
    {
        var example = LocalCloud.ExampleAccount;
        return example with { Regions = [.. example.Regions.Select(one => one.Name == region ? change(one) : one)] };
    }
}
