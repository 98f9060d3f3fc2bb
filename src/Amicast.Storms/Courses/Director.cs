using System.Text.Json;
using Amicast.Local;
using Amicast.Reports;
using Amicast.Runs;
using Amicast.StatesLanguage.Execution;
using Amicast.Storms.Drawing;
using Amicast.Storms.Troubles;
using Amicast.Storms.Watching;

namespace Amicast.Storms.Courses;

/// <summary>Has the acts of a course done, one after the other, as people would with <c>amicast start</c>, <c>stop</c>, <c>resume</c> and <c>rollback</c>.</summary>
internal sealed class Director(Scene scene, LocalCloud cloud, Blackout blackout, EffortMeter meter, Watch watch)
{
    internal const string Run = "run-1";

    // A call that was killed may still land: what it makes is there by then.
    private static readonly TimeSpan Calm = TimeSpan.FromMinutes(10);

    internal async Task<IReadOnlyList<EndedExecution>> DirectAsync()
    {
        var ended = new List<EndedExecution>();
        foreach (var act in scene.Course.Acts)
        {
            if (ended is [.., { WasRolledBack: true }] && act.Kind != ActKind.RollBack)
            {
                break;
            }

            await Task.Delay(act.Pause, cloud.Clock);
            ended.Add(await PlayAsync(act));
        }

        await Task.Delay(Calm, cloud.Clock);
        return ended;
    }

    private async Task<EndedExecution> PlayAsync(Act act)
    {
        if (act.Outage is { } outage)
        {
            blackout.Begin(scene.Account.Regions[outage.Region % scene.Account.Regions.Count].Name, cloud.Clock.Elapsed + outage.Length);
        }

        meter.Reset();
        var stoppedBefore = blackout.Stopped;
        if (act.Kind == ActKind.ResumeWithMore)
        {
            watch.Turn(scene.LargerWish);
        }

        var started = await StartAsync(act.Kind);
        var name = started.Execution == 1 ? started.Run : $"{started.Run}--{started.Execution}";
        var ending = cloud.Engine.WaitForExecutionAsync($"{cloud.StateMachineArn.Replace(":stateMachine:", ":execution:", StringComparison.Ordinal)}:{name}");
        if (act.Stop is { } stop)
        {
            _ = StopAsync(stop, ending);
        }

        var end = await ending;
        return new EndedExecution(name, act, end.Status, end.Error, ReportOf(end), end.StopDate!.Value - end.StartDate, cloud.Account!.Inspect(), meter.Read(), blackout.Stopped > stoppedBefore);
    }

    private Task<RunStart> StartAsync(ActKind kind) => kind switch
    {
        ActKind.Start => cloud.Runs.StartAsync(Run, scene.Request),
        ActKind.Resume => cloud.Runs.ResumeAsync(Run),
        ActKind.ResumeWithMore => cloud.Runs.ResumeAsync(Run, scene.LargerRequest),
        _ => cloud.Runs.RollBackAsync(Run),
    };

    private async Task StopAsync(StopMoment moment, Task ending)
    {
        await (moment.After is { } after ? Task.Delay(after, cloud.Clock) : meter.ReachedAsync(moment.Calls!.Value));
        if (!ending.IsCompleted)
        {
            try
            {
                await cloud.Runs.StopAsync(Run, "The storm stops it.");
            }
            catch (RunHasEndedException)
            {
                // At this very moment.
            }
        }
    }

    private static Report? ReportOf(ExecutionDescription end) =>
        (end.Output ?? (end.Error == "RunFailed" ? end.Cause : null)) is { } json ? JsonSerializer.Deserialize(json, AmicastJson.Default.Report) : null;
}
