using System.Net.Http.Headers;
using System.Text.Json;
using Amicast.Runs;
using Amicast.VirtualTime;

namespace Amicast.WorkflowTests.Roles;

/// <summary>What is done with a request beside carrying it out.</summary>
internal static class RoleActs
{
    private const string Run = "run-1";

    // Longer than Announce may be tried.
    private static readonly TimeSpan UntilHeard = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(10);

    /// <summary>Has the HTTP API plan it, and returns the answer.</summary>
    internal static string PlanOverHttp(string request, Rehearsal rehearsal) => ((VirtualClock)rehearsal.Cloud.Clock).Run(async () =>
    {
        using var http = new HttpMessageInvoker(rehearsal.Cloud.CreateHandler());
        using var message = new HttpRequestMessage(HttpMethod.Post, "http://amicast.local/distributions/plan")
        {
            Content = new StringContent(request, MediaTypeHeaderValue.Parse("application/json")),
        };
        using var response = await http.SendAsync(message, CancellationToken.None);
        return $"{(int)response.StatusCode} {await response.Content.ReadAsStringAsync()}";
    });

    /// <summary>Carries it out, and once more.</summary>
    internal static string Resume(string request, Rehearsal rehearsal) => CarryOn(request, rehearsal, runs => runs.ResumeAsync(Run));

    /// <summary>Carries it out, and rolls it back.</summary>
    internal static string RollBack(string request, Rehearsal rehearsal) => CarryOn(request, rehearsal, runs => runs.RollBackAsync(Run));

    /// <summary>Rolls back a run whose history is gone.</summary>
    internal static string RollBackTheUnknown(Rehearsal rehearsal) => ((VirtualClock)rehearsal.Cloud.Clock).Run(async () =>
    {
        using var executions = new Executions(rehearsal);
        return $"{await executions.RunAsync($"{Run}--2", Executions.RollBack)}";
    });

    private static string CarryOn(string request, Rehearsal rehearsal, Func<RunControl, Task<RunStart>> next) => ((VirtualClock)rehearsal.Cloud.Clock).Run(async () =>
    {
        await rehearsal.Cloud.Runs.StartAsync(Run, request);
        var first = await EndAsync(rehearsal);
        await next(rehearsal.Cloud.Runs);
        return $"{first}\n{await EndAsync(rehearsal)}";
    });

    private static async Task<string> EndAsync(Rehearsal rehearsal)
    {
        var view = await rehearsal.Cloud.Runs.LookAsync(Run);
        while (!view.HasEnded)
        {
            await Task.Delay(BetweenLooks, rehearsal.Cloud.Clock);
            view = await rehearsal.Cloud.Runs.LookAsync(Run);
        }

        return $"{view.Status} {view.Error} {(view.Report is null ? "" : JsonSerializer.Serialize(view.Report, AmicastJson.Default.Report))}";
    }

    /// <summary>Carries it out, stops it soon after the first call of an operation, and waits until its end can have been announced.</summary>
    internal static string StopAt(string operation, string request, Rehearsal rehearsal) => ((VirtualClock)rehearsal.Cloud.Clock).Run(async () =>
    {
        var (runs, clock) = (rehearsal.Cloud.Runs, rehearsal.Cloud.Clock);
        await runs.StartAsync(Run, request);
        var view = await runs.LookAsync(Run);
        while (!view.HasEnded && rehearsal.Account.Calls.All(call => call.Operation != operation))
        {
            await Task.Delay(BetweenLooks, clock);
            view = await runs.LookAsync(Run);
        }

        if (!view.HasEnded)
        {
            await runs.StopAsync(Run, "Somebody stopped it.");
        }

        await Task.Delay(UntilHeard, clock);
        return view.HasEnded ? $"{view.Status} {view.Error}" : "stopped";
    });
}
