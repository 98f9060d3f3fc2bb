using System.Text.Json;
using Amicast.Cli.Views;
using Amicast.Local;
using Amicast.Plans.Previews;
using Amicast.Simulator.Faults;
using Amicast.Tests;
using Amicast.VirtualTime;
using Spectre.Console;

namespace Amicast.Cli.Tests;

/// <summary>The plan as it is drawn: on a narrow and on a wide terminal, and with much in it.</summary>
public sealed class PlanViewTests
{
    [Theory]
    [InlineData(80)]
    [InlineData(120)]
    public void A_plan_with_everything_in_it_fits_the_terminal(int width)
    {
        var drawn = Draw(Plan(Everything()), width);

        Assert.All(drawn.Split('\n'), line => Assert.InRange(line.Length, 0, width));
        Approved.Check($"plan-{width}.txt", drawn);
    }

    // Each Region's key and what becomes of the first image; launch templates with what is there now; ranges of a fleet.
    [Theory]
    [InlineData("encrypt-per-region")]
    [InlineData("publish-template")]
    [InlineData("create-template")]
    [InlineData("launch-fleet-spot")]
    public void A_plan_tells_what_an_example_would_do(string example) =>
        Approved.Check($"plan-{example}.txt", Draw(Plan(Repository.Read($"examples/{example}.json"), isDown: false), 120));

    private static string Everything() =>
        $$"""
        { "source": { "region": "us-east-1", "instanceId": "i-0fedcba9876543210" }, "image": { "name": "database-{tag:Environment}-{date:yyyy-MM-dd}", "tags": { "Role": "db", "Team": "data" } },
          "destinations": [ { "region": "us-west-2", "launch": null, "share": { "visibility": "private" } },
            { "region": "eu-central-1", "share": null, "launch": { "template": { "name": "web", "version": "1" }, "count": 3, "overrides": { "instanceType": "r7i.xlarge" }, "verify": "running" } },
            { "region": "ap-southeast-2" } ],
          "share": { "accounts": [{{string.Join(", ", Enumerable.Range(1, 500).Select(i => $"\"{100_000_000_000 + i}\""))}}], "snapshots": false },
          "launch": { "template": { "name": "web" } }, "timeoutMinutes": 60 }
        """;

    private static PlanPreview Plan(string request, bool isDown = true)
    {
        var clock = new VirtualClock(LocalCloud.ExampleAccount.StartsAt);
        var down = new FaultPlan([new FaultRule(FaultKind.RegionDown) { Region = "us-west-2" }]);
        var cloud = LocalCloud.Simulated(clock, seed: 1, LocalCloud.ExampleAccount, isDown ? down : FaultPlan.None, Deployment.Default);
        using var document = JsonDocument.Parse(request);
        return clock.Run(() => cloud.Plans.MakeAsync(document.RootElement, "run-1", clock.GetUtcNow(), tryCalls: false, CancellationToken.None));
    }

    private static string Draw(PlanPreview plan, int width)
    {
        using var writer = new StringWriter { NewLine = "\n" };
        var console = Terminal.To(writer, plain: true);
        console.Profile.Width = width;
        PlanView.Write(console, plan);
        return string.Join('\n', writer.ToString().Split('\n').Select(line => line.TrimEnd()));
    }
}
