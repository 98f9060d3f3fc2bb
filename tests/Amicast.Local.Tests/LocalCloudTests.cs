using Amazon.Runtime;
using Amicast.Local.Serving;
using Amicast.Reports;
using Amicast.Runs;
using Amicast.Simulator;
using Amicast.Tests;
using Amicast.VirtualTime;

namespace Amicast.Local.Tests;

public sealed class LocalCloudTests
{
    private const string EndpointVariable = "AWS_ENDPOINT_URL_EC2";

    [Fact]
    public async Task On_AWS_the_same_engine_and_steps_carry_the_main_job_out_over_real_sockets_against_the_endpoint_of_the_environment()
    {
        var account = LocalCloud.ExampleAccount;
        // One world on both ends of the socket. It holds still while a call is outside, so calls take no time in it.
        using var clock = new PacedClock(account.StartsAt, double.PositiveInfinity, Walls.System);
        var cloud = new SimulatedCloud(clock, new Chance(1), account) { Latency = new Latency(TimeSpan.Zero, TimeSpan.Zero) };
        await using var endpoint = new LoopbackServer(clock, cloud.CreateHandler(), new ServingOptions { Port = 0 });
        await endpoint.StartAsync();
        Environment.SetEnvironmentVariable(EndpointVariable, endpoint.Url);
        using var sockets = new SocketsHttpHandler();

        var report = Run(clock, LocalCloud.OnAws(clock, 1, new BasicAWSCredentials("AKIAEXAMPLE", "secret"), "us-east-1", sockets, Deployment.Default));

        Assert.Equal(RunState.Succeeded, report.State);
        Assert.Equal(["us-east-1", "eu-central-1", "ap-southeast-2"], report.Regions.Select(region => region.Region));
        var there = cloud.Inspect();
        Assert.Equal(
            there.Regions.Values.SelectMany(region => region.Images.Select(i => i.Id).Concat(region.Instances.Where(i => i.Tags.ContainsKey("amicast:run")).Select(i => i.Id))),
            report.Regions.SelectMany(region => region.Instances.Select(i => i.InstanceId).Prepend(region.Image!.ImageId)));
    }

    private static Report Run(PacedClock clock, LocalCloud cloud) => clock.Run(async () =>
    {
        await cloud.Runs.StartAsync("run-1", Repository.Read("examples/move-instance.json"));
        var follower = cloud.Runs.Follow("run-1");
        RunView seen;
        while (!(seen = await follower.LookAsync()).HasEnded)
        {
            await Task.Delay(TimeSpan.FromMinutes(1), clock);
        }

        return seen.Report ?? throw new InvalidOperationException($"No report: {seen.Error}");
    });
}
