using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Amicast.Local.Announcing;
using Amicast.Metrics;
using Amicast.Simulator.Account;
using Amicast.Simulator.Events;
using Amicast.Simulator.Faults;
using Amicast.StatesLanguage.Execution;
using Amicast.VirtualTime;

namespace Amicast.WorkflowTests.Announcements;

/// <summary>A run whose end is announced, with all that was heard of it.</summary>
internal sealed class AnnouncedRehearsal
{
    // Longer than Announce may be tried.
    private static readonly TimeSpan UntilHeard = TimeSpan.FromMinutes(10);
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    internal AnnouncedRehearsal(FaultPlan? faults = null, Func<ITaskInvoker, WorldClock, ITaskInvoker>? around = null, Func<string, string>? edit = null, AccountDocument? account = null)
    {
        Rehearsal = new Rehearsal(account: account, faults: faults, around: around, edit: edit, endListener: new EndListener(Events.Add, Metrics.Add, (execution, error) => Lost.Add((execution, error))));
    }

    internal Rehearsal Rehearsal { get; }

    internal List<CloudEvent> Events { get; } = [];

    internal List<MetricDocument> Metrics { get; } = [];

    internal List<(string Execution, string Error)> Lost { get; } = [];

    internal VirtualClock Clock => (VirtualClock)Rehearsal.Cloud.Clock;

    /// <summary>Carries the request out, and waits until its end can have been announced.</summary>
    internal void Run(string? request = null, TimeSpan? stopAfter = null) => Clock.Run(async () =>
    {
        await Rehearsal.Cloud.Runs.StartAsync("run-1", request ?? Rehearsal.MoveInstance);
        if (stopAfter is { } moment)
        {
            await Task.Delay(moment, Clock);
            await Rehearsal.Cloud.Runs.StopAsync("run-1", "Somebody stopped it.");
        }

        var follower = Rehearsal.Cloud.Runs.Follow("run-1");
        while (!(await follower.LookAsync()).HasEnded)
        {
            await Task.Delay(TimeSpan.FromMinutes(1), Clock);
        }

        await Task.Delay(UntilHeard, Clock);
        return true;
    });

    /// <summary>The only event, as a rule's target is given it.</summary>
    internal string TheEvent() => Text(Assert.Single(Events).ToJson());

    private static string Text(JsonNode json) => json.ToJsonString(Indented);
}
