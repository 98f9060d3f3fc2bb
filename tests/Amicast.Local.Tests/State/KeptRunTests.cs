using Amicast.Local.State;
using Amicast.Reports;
using Amicast.Runs;
using Amicast.Simulator.Account;
using Amicast.Simulator.Inventory;
using Amicast.VirtualTime;

namespace Amicast.Local.Tests.State;

/// <summary>Runs whose process has died, carried on by another one from what was kept.</summary>
public sealed class KeptRunTests
{
    private const string Request = """
        {
          "source": { "region": "us-east-1", "instanceId": "i-0123456789abcdef0" }, "image": { "name": "web-{date}" },
          "destinations": [{ "region": "us-east-1" }, { "region": "eu-central-1" }], "share": { "accounts": ["111122223333"] },
          "launch": { "template": { "name": "web" } }, "launchTemplate": { "name": "web", "parameter": "/amicast/web/latest" }
        }
        """;

    [Theory]
    [InlineData(0)]
    [InlineData(30)]
    [InlineData(400)]
    [InlineData(500)]
    [InlineData(700)]
    [InlineData(900)]
    public void A_run_whose_process_died_is_resumed_to_its_end_and_then_rolled_back_to_what_was_there_before(int seconds)
    {
        using var folder = new TemporaryFolder();
        var account = Killed(folder, TimeSpan.FromSeconds(seconds), LocalCloud.ExampleAccount, runs => runs.StartAsync(Lifetime.Run, Request));
        account = Killed(folder, TimeSpan.FromSeconds(40), account, runs => runs.ResumeAsync(Lifetime.Run));

        (var resumed, account) = Whole(folder, account, runs => runs.ResumeAsync(Lifetime.Run));

        Assert.Equal(RunState.Succeeded, resumed.State);
        Assert.Equal(["us-east-1 available 1 1", "eu-central-1 available 1 1"], resumed.Regions.Select(region => $"{region.Region} {region.Image!.State} {region.Image.Attempt} {region.Instances.Count}"));
        var (rolledBack, after) = Whole(folder, account, runs => runs.RollBackAsync(Lifetime.Run));
        Assert.Equal(RunState.RolledBack, rolledBack.State);
        Assert.Equal(Text(LocalCloud.ExampleAccount), Text(after));
    }

    [Fact]
    public void A_rollback_whose_process_died_is_finished_by_the_next_one()
    {
        using var folder = new TemporaryFolder();
        var account = Killed(folder, TimeSpan.FromSeconds(700), LocalCloud.ExampleAccount, runs => runs.StartAsync(Lifetime.Run, Request));
        account = Killed(folder, TimeSpan.FromSeconds(3), account, runs => runs.RollBackAsync(Lifetime.Run));

        var (rolledBack, after) = Whole(folder, account, runs => runs.RollBackAsync(Lifetime.Run));

        Assert.Equal(RunState.RolledBack, rolledBack.State);
        Assert.Equal(Text(LocalCloud.ExampleAccount), Text(after));
    }

    [Fact]
    public void A_history_is_read_as_it_was_written_event_for_event()
    {
        using var folder = new TemporaryFolder();
        string written;
        using (var first = new Lifetime(folder.Path, LocalCloud.ExampleAccount))
        {
            first.Live(runs => runs.StartAsync(Lifetime.Run, Request));
            written = History(first);
        }

        using var second = new Lifetime(folder.Path, LocalCloud.ExampleAccount);

        Assert.True(written.Length > 100_000, "That is no history.");
        Assert.Equal(written, History(second));
    }

    [Fact]
    public void What_is_kept_is_shown_as_running_while_its_process_lives_and_as_aborted_when_it_has_died()
    {
        using var folder = new TemporaryFolder();
        using var other = RunStore.Open(folder.Path);
        var life = new Lifetime(folder.Path, LocalCloud.ExampleAccount);
        life.DieAfter(TimeSpan.FromMinutes(5), runs => runs.StartAsync(Lifetime.Run, Request));

        var alive = Statuses(other);
        life.Dispose();

        Assert.Equal(["run-1 1 RUNNING", "run-1 1 ABORTED"], [.. alive, .. Statuses(other)]);
        var view = KeptRuns.Look(other, LocalCloud.ExampleAccount.StartsAt, runs => runs.LookAsync(Lifetime.Run));
        Assert.Equal("ProcessDied: The process that carried this execution out ended before it did.", view.Error);
    }

    [Fact]
    public void A_run_is_one_process_alone()
    {
        using var folder = new TemporaryFolder();
        using var life = new Lifetime(folder.Path, LocalCloud.ExampleAccount);
        using var other = RunStore.Open(folder.Path);

        using var same = other.TryLock(Lifetime.Run);
        using var another = other.TryLock("run-2");

        Assert.Null(same);
        Assert.NotNull(another);
    }

    [Fact]
    public void Two_processes_keep_their_runs_in_one_folder_at_the_same_time()
    {
        using var folder = new TemporaryFolder();
        using var one = new Lifetime(folder.Path, LocalCloud.ExampleAccount, "run-1");
        using var two = new Lifetime(folder.Path, LocalCloud.ExampleAccount, "run-2");
        one.DieAfter(TimeSpan.FromMinutes(5), runs => runs.StartAsync("run-1", Request));
        two.Live(runs => runs.StartAsync("run-2", Request));
        one.Live(async runs => await runs.StartAsync("run-1", Request) with { IsNew = true });

        Assert.Equal(["run-1 1 SUCCEEDED", "run-2 1 SUCCEEDED"], Statuses(one.Store).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_run_of_which_nothing_can_be_written_any_more_is_stopped()
    {
        using var folder = new TemporaryFolder();
        using var life = new Lifetime(folder.Path, LocalCloud.ExampleAccount);
        using var full = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={System.IO.Path.Combine(folder.Path, "runs.db")};Pooling=False");
        full.Open();
        using var command = full.CreateCommand();
        command.CommandText = "CREATE TRIGGER full BEFORE INSERT ON event WHEN NEW.id > 50 BEGIN SELECT RAISE(FAIL, 'the disk is full'); END";
        command.ExecuteNonQuery();

        var seen = life.Within(async () =>
        {
            await life.Cloud.Runs.StartAsync(Lifetime.Run, Request);
            await Task.Delay(TimeSpan.FromHours(1), life.Cloud.Clock);
            return await life.Cloud.Runs.LookAsync(Lifetime.Run);
        });

        Assert.Equal("SQLite Error 19: 'the disk is full'.", life.Keeper.Failure);
        Assert.Equal(("ABORTED", "StateNotWritten: SQLite Error 19: 'the disk is full'."), (seen.Status, seen.Error));
    }

    [Fact]
    public void The_account_of_a_run_is_known()
    {
        using var folder = new TemporaryFolder();
        using var life = new Lifetime(folder.Path, LocalCloud.ExampleAccount);
        Assert.Null(life.Store.AccountOf(Lifetime.Run));

        life.DieAfter(TimeSpan.Zero, runs => runs.StartAsync(Lifetime.Run, Request));

        Assert.Equal(Lifetime.AccountId, life.Store.AccountOf(Lifetime.Run));
    }

    [Fact]
    public void The_folder_is_its_owners_alone()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no modes.");
        using var folder = new TemporaryFolder();
        using var life = new Lifetime(folder.Path, LocalCloud.ExampleAccount);
        life.DieAfter(TimeSpan.FromMinutes(1), runs => runs.StartAsync(Lifetime.Run, Request));

        const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite;
#pragma warning disable CA1416 // Skipped on Windows.
        Assert.Equal(Owner | UnixFileMode.UserExecute, File.GetUnixFileMode(folder.Path));
        Assert.All(Directory.GetFiles(folder.Path), file => Assert.Equal(Owner, File.GetUnixFileMode(file)));
#pragma warning restore CA1416
        Assert.Contains(Directory.GetFiles(folder.Path), file => file.EndsWith("-wal", StringComparison.Ordinal));
    }

    [Fact]
    public void What_a_later_version_wrote_and_what_is_no_folder_is_refused_and_left_as_it_is()
    {
        using var folder = new TemporaryFolder();
        RunStore.Open(folder.Path).Dispose();
        var path = Path.Combine(folder.Path, "runs.db");
        using (var later = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={path};Pooling=False"))
        {
            later.Open();
            using var command = later.CreateCommand();
            command.CommandText = "PRAGMA user_version = 2";
            command.ExecuteNonQuery();
        }

        Assert.Equal($"{path} was written by a later version of Amicast: use that, or another folder.", Assert.Throws<StateUnusableException>(() => RunStore.Open(folder.Path)).Message);
        Assert.StartsWith($"Runs cannot be kept in {path}: ", Assert.Throws<StateUnusableException>(() => RunStore.Open(path)).Message, StringComparison.Ordinal);
        File.WriteAllText(path, "This is no database, and was never meant to be one.");
        Assert.StartsWith($"Runs cannot be kept in {folder.Path}: SQLite Error 26", Assert.Throws<StateUnusableException>(() => RunStore.Open(folder.Path)).Message, StringComparison.Ordinal);
    }

    private static AccountDocument Killed(TemporaryFolder folder, TimeSpan after, AccountDocument account, Func<RunControl, Task<RunStart>> begin)
    {
        using var life = new Lifetime(folder.Path, account);
        return life.DieAfter(after, begin);
    }

    private static (Report Report, AccountDocument Account) Whole(TemporaryFolder folder, AccountDocument account, Func<RunControl, Task<RunStart>> begin)
    {
        using var life = new Lifetime(folder.Path, account);
        return (life.Live(begin), life.Cloud.Account!.Save());
    }

    private static string[] Statuses(RunStore store) => [.. KeptRuns.Look(store, LocalCloud.ExampleAccount.StartsAt, runs => runs.ListAsync(status: null, 10, nextToken: null)).Runs
        .Select(run => $"{run.Run} {run.Execution} {run.Status}")];

    private static string History(Lifetime life)
    {
        var arn = $"{life.Cloud.StateMachineArn.Replace(":stateMachine:", ":execution:", StringComparison.Ordinal)}:{Lifetime.Run}";
        var events = life.Within(() => Task.FromResult(life.Cloud.Engine.GetExecutionHistory(arn, maxResults: 1000))).Events;
        return string.Join('\n', events.Select(one => $"{one.Timestamp:O} {StatesLanguage.History.HistoryEventText.Write(one)}"));
    }

    // Everything but what is dead, and what EC2 counts on by itself.
    private static string Text(AccountDocument account)
    {
        var cloud = LocalCloud.Simulated(new VirtualClock(account.StartsAt), seed: 1, account, Simulator.Faults.FaultPlan.None, Deployment.Default);
        return string.Join('\n', cloud.Account!.Inspect().Regions.Values.SelectMany(Lines));
    }

    private static IEnumerable<string> Lines(RegionInventory region) =>
        region.Images.Select(one => $"{region.Name} {one.Id} {one.Name} {one.State} {string.Join(',', one.LaunchPermissions)}")
            .Concat(region.Snapshots.Select(one => $"{region.Name} {one.Id} {one.State} {string.Join(',', one.CreateVolumePermissions)}"))
            .Concat(region.Instances.Where(one => one.State is not ("terminated" or "shutting-down")).Select(one => $"{region.Name} {one.Id} {one.State}"))
            .Concat(region.LaunchTemplates.Select(one => $"{region.Name} {one.Id} {one.Name} {one.DefaultVersion} {string.Join(',', one.VersionImageIds)}"))
            .Concat(region.Parameters.Select(one => $"{region.Name} {one.Name} {one.Value}"));
}
