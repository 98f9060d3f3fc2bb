using Amicast.Reports;
using Amicast.Runs;
using Amicast.Tests;

namespace Amicast.Local.Tests.Serving;

public sealed class StepFunctionsTests
{
    [Fact]
    public async Task The_state_machine_is_started_and_followed_over_the_same_endpoint()
    {
        await using var served = await ServedCloud.StartAsync();
        using var http = served.Http();
        http.DefaultRequestHeaders.TryAddWithoutValidation(
            "Authorization", "AWS4-HMAC-SHA256 Credential=AKIAANYKEY/20261122/us-east-1/states/aws4_request, SignedHeaders=host;x-amz-date, Signature=00");
        var runs = new RunControl(new StepFunctionsClient(http), served.Cloud.StateMachineArn);

        await runs.StartAsync("run-1", Repository.Read("examples/move-instance.json"));
        var follower = runs.Follow("run-1");
        RunView seen;
        while (!(seen = await follower.LookAsync()).HasEnded)
        {
            await served.WaitAsync(TimeSpan.FromMinutes(1));
        }

        Assert.Equal(
            (RunState.Succeeded, "us-east-1 eu-central-1 ap-southeast-2"),
            (seen.Report!.State, string.Join(' ', seen.Report.Regions.Select(region => region.Region))));
    }
}
