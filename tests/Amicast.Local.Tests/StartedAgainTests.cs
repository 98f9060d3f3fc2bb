using Amicast.Runs;

namespace Amicast.Local.Tests;

/// <summary>What starting a run again answers once it has had later executions, and which ids cannot be runs.</summary>
public sealed class StartedAgainTests
{
    private static readonly string Extended = Watched.Request.Replace("\"destinations\": [", "\"destinations\": [ { \"region\": \"eu-west-1\" },", StringComparison.Ordinal);
    private readonly Watched _watched = new();

    private RunControl Runs => _watched.Runs;

    [Fact]
    public void A_run_that_was_resumed_is_there_already_by_its_first_request_and_by_its_latest() => _watched.Clock.Run(async () =>
    {
        await StopAsync(await Runs.StartAsync("web", Watched.Request));
        await StopAsync(await Runs.ResumeAsync("web", Extended));

        Assert.Equal(new RunStart("web", 2, IsNew: false), await Runs.StartAsync("web", Watched.Request));
        Assert.Equal(new RunStart("web", 2, IsNew: false), await Runs.StartAsync("web", Extended));
        var other = Extended.Replace("eu-west-1", "eu-west-2", StringComparison.Ordinal);
        Assert.Equal("$.destinations[0].region", (await Assert.ThrowsAsync<RunConflictException>(() => Runs.StartAsync("web", other))).Path);
        return true;
    });

    [Fact]
    public void A_run_that_was_rolled_back_is_there_already_by_its_request() => _watched.Clock.Run(async () =>
    {
        await StopAsync(await Runs.StartAsync("web", Watched.Request));
        await StopAsync(await Runs.RollBackAsync("web"));

        Assert.Equal(new RunStart("web", 2, IsNew: false), await Runs.StartAsync("web", Watched.Request));
        Assert.Equal("$.source", (await Assert.ThrowsAsync<RunConflictException>(() => Runs.StartAsync("web", RunAction.RollbackInput))).Path);
        return true;
    });

    [Fact]
    public void A_run_is_not_started_under_the_name_of_another_runs_next_execution() => _watched.Clock.Run(async () =>
    {
        await StopAsync(await Runs.StartAsync("web", Watched.Request));

        var refused = await Assert.ThrowsAsync<InvalidRunIdException>(() => Runs.StartAsync("web--2", Watched.Request));

        Assert.Equal("'web--2' is not a run id: use 1 to 64 letters, digits, '_' and '-', and no '--' with digits at the end, which names a run's later executions.", refused.Message);
        Assert.Equal(new RunStart("web", 2, IsNew: true), await Runs.ResumeAsync("web"));
        return true;
    });

    [Theory]
    [InlineData("")]
    [InlineData("a b")]
    [InlineData("a:b")]
    [InlineData("web--2")]
    [InlineData("web--02")]
    public void What_cannot_be_a_run_id_is_not_started_and_is_unknown(string run) => _watched.Clock.Run(async () =>
    {
        await StopAsync(await Runs.StartAsync("web", Watched.Request));
        await Runs.ResumeAsync("web");

        await Assert.ThrowsAsync<InvalidRunIdException>(() => Runs.StartAsync(run, Watched.Request));
        await Assert.ThrowsAsync<UnknownRunException>(() => Runs.LookAsync(run));
        await Assert.ThrowsAsync<UnknownRunException>(() => Runs.StopAsync(run, "Enough."));
        await Assert.ThrowsAsync<UnknownRunException>(() => Runs.ResumeAsync(run));
        await Assert.ThrowsAsync<UnknownRunException>(() => Runs.RollBackAsync(run));
        return true;
    });

    private Task StopAsync(RunStart started) => Runs.StopAsync(started.Run, "Enough.");
}
