using System.Text.Json;
using Amicast.Local;
using Amicast.Local.Scheduling;
using Amicast.Simulator.Faults;
using Amicast.VirtualTime;
using YamlDotNet.RepresentationModel;

namespace Amicast.WorkflowTests.Schedules;

/// <summary><c>examples/schedule.yaml</c> as if it were deployed beside a stack.</summary>
public sealed class ExampleSchedulesTests
{
    [Fact]
    public void A_week_of_the_example_schedules_carries_out_every_run_that_is_due_and_leaves_their_images()
    {
        var clock = new VirtualClock(LocalCloud.ExampleAccount.StartsAt);
        var cloud = LocalCloud.Simulated(clock, 1, LocalCloud.ExampleAccount, FaultPlan.None, Deployment.Default);

        var runs = clock.Run(async () =>
        {
            var scheduler = cloud.StartScheduler();
            Schedules().ForEach(schedule => scheduler.Add(schedule));
            await Task.Delay(TimeSpan.FromDays(7), clock);
            return (await cloud.Runs.ListAsync(null, 20, null)).Runs;
        });

        Assert.Equal(
            [
                "web-nightly-20261123-010000 SUCCEEDED", "web-nightly-20261124-010000 SUCCEEDED", "web-nightly-20261125-010000 SUCCEEDED", "web-nightly-20261126-010000 SUCCEEDED",
                "web-nightly-20261127-010000 SUCCEEDED", "web-nightly-20261128-010000 SUCCEEDED", "web-nightly-20261129-010000 SUCCEEDED", "web-weekly-20261122-043000 SUCCEEDED",
            ],
            runs.Select(run => $"{run.Run} {run.Status}").Order(StringComparer.Ordinal));
        var inventory = cloud.Account!.Inspect();
        Assert.Equal(["us-east-1 8", "eu-central-1 7", "ap-southeast-2 7"], inventory.Regions.Where(region => region.Value.Images.Count > 0).Select(region => $"{region.Key} {region.Value.Images.Count}"));
    }

    private static List<Schedule> Schedules()
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(Tests.Repository.Read("examples/schedule.yaml")));
        return [.. ((YamlMappingNode)stream.Documents[0].RootNode["Resources"]).Children.Values.Select(resource => Read((YamlMappingNode)resource["Properties"]))];
    }

    private static Schedule Read(YamlMappingNode schedule) => new(
        schedule["Name"].ToString(),
        schedule["ScheduleExpression"].ToString(),
        schedule.Children.TryGetValue("ScheduleExpressionTimezone", out var timezone) ? timezone.ToString() : "UTC",
        JsonElement.Parse(schedule["Target"]["Input"].ToString()).GetProperty("request"));
}
