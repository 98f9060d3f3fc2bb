using System.Text.Json;
using Amicast.Simulator.Account;

namespace Amicast.Simulator.Tests.Account.Saving;

/// <summary>An account that was saved goes on in another world as it would have in its own.</summary>
public sealed class SavingTests
{
    private static readonly TimeSpan Later = TimeSpan.FromHours(3);

    public static TheoryData<long> Seeds => [.. Enumerable.Range(1, 24).Select(seed => (long)seed)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_saved_account_saves_as_the_same_document_and_comes_to_the_same(long seed)
    {
        var world = new World(AccountLife.Document, plan: AccountLife.Faults, seed: seed);
        new AccountLife(world, seed).Live(60);

        var saved = world.Cloud.Save();
        var json = saved.ToJson();
        var read = AccountDocument.Parse(json);
        Assert.Equal(json, read.ToJson());

        var next = new World(json, seed: seed);
        Assert.Equal(json, next.Cloud.Save().ToJson());
        Assert.Equal(world.Clock.GetUtcNow(), next.Clock.GetUtcNow());

        Assert.Equal(Inventories(world, Later), Inventories(next, Later));
    }

    [Fact]
    public void The_lives_leave_something_of_everything_to_be_saved()
    {
        var documents = Seeds.Select(row => row.Data).Select(seed =>
        {
            var world = new World(AccountLife.Document, plan: AccountLife.Faults, seed: seed);
            new AccountLife(world, seed).Live(60);
            return world.Cloud.Save().ToJson();
        });
        var all = string.Concat(documents);

        Assert.Equal("", string.Join(", ", SavedProperties.Where(property => !all.Contains($"\"{property}\":", StringComparison.Ordinal))));
    }

    private static readonly string[] SavedProperties =
    [
        "saved", "limits", "organization", "otherAccounts", "keyPairIds", "awsManagedKeyId", "defaultVpc", "snapshotBlockPublicAccess", "runningAt", "statusCheckedAt",
        "status", "stateReason", "termination", "rootDeviceName", "instanceLifecycle", "launchTemplate", "userData", "metadataOptions", "clientToken",
        "disableApiTermination", "amiLaunchIndex", "availableAt", "missingKmsKeyId", "snapshotsShownAt", "mishap", "disabled", "deprecationTime", "deregistrationProtection",
        "deregistrationProtectedUntil", "sourceInstanceId", "sourceImageRegion", "launchPermissions", "completesAt", "pace", "lineage", "completionDurationMinutes",
        "createVolumePermissions", "versionNumber", "nextVersionNumber", "iamInstanceProfile", "blockDeviceMappings", "networkInterfaces", "volumeTags", "parameters",
        "lastModifiedDate", "hasNoDefaultVpc", "instanceTypesNotOffered",
    ];

    private static string Inventories(World world, TimeSpan later)
    {
        world.Clock.Run(async () => await world.Wait(later));
        return JsonSerializer.Serialize(new[] { world.Cloud.Inspect(), world.Cloud.Inspect(AccountLife.Partner) }, Indented);
    }

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };
}
