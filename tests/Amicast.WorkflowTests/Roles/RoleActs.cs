using System.Net.Http.Headers;
using Amicast.VirtualTime;

namespace Amicast.WorkflowTests.Roles;

/// <summary>What is done with a request beside carrying it out.</summary>
internal static class RoleActs
{
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

    /// <summary>Carries it out, stops it soon after the first call of an operation, and waits until its end can have been announced.</summary>
    internal static string StopAt(string operation, string request, Rehearsal rehearsal) => ((VirtualClock)rehearsal.Cloud.Clock).Run(async () =>
    {
        var (runs, clock) = (rehearsal.Cloud.Runs, rehearsal.Cloud.Clock);
        await runs.StartAsync("run-1", request);
        var view = await runs.LookAsync("run-1");
        while (!view.HasEnded && rehearsal.Account.Calls.All(call => call.Operation != operation))
        {
            await Task.Delay(BetweenLooks, clock);
            view = await runs.LookAsync("run-1");
        }

        if (!view.HasEnded)
        {
            await runs.StopAsync("run-1", "Somebody stopped it.");
        }

        await Task.Delay(UntilHeard, clock);
        return view.HasEnded ? $"{view.Status} {view.Error}" : "stopped";
    });
}
