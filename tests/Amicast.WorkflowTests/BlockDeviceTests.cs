using Amicast.Reports;
using Amicast.Simulator;
using Amicast.Tests;

namespace Amicast.WorkflowTests;

/// <summary>Which of the instance's volumes go into the image: <c>image.blockDevices</c>.</summary>
public sealed class BlockDeviceTests
{
    [Fact]
    public void An_excluded_volume_is_in_no_image_and_the_others_are_in_all_of_them()
    {
        var rehearsal = new Rehearsal();

        var report = rehearsal.Report(Repository.Read("examples/exclude-volume.json"));

        Assert.Equal(RunState.Succeeded, report.State);
        Assert.Equal(
            ["us-east-1: 40, 50", "us-west-2: 40, 50"],
            rehearsal.Inspect().Regions.Values.Where(region => region.Snapshots.Count > 0).Select(region => $"{region.Name}: {string.Join(", ", region.Snapshots.Select(s => s.SizeGiB))}").Order(StringComparer.Ordinal));
        Assert.Equal(
            ["BlockDeviceMapping.1.DeviceName=/dev/sdf", "BlockDeviceMapping.1.NoDevice=", "BlockDeviceMapping.2.DeviceName=/dev/sdg", "BlockDeviceMapping.2.Ebs.DeleteOnTermination=true"],
            rehearsal.Account.Calls.Single(call => call.Operation == "CreateImage" && call.Outcome == CallRecord.Succeeded).Parameters
                .Where(parameter => parameter.Key.StartsWith("BlockDeviceMapping", StringComparison.Ordinal))
                .Select(parameter => $"{parameter.Key}={parameter.Value}").Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("/dev/sdx", "$.image.blockDevices[0].device: UnknownDevice: the instance has no device '/dev/sdx'; did you mean '/dev/sdf'?")]
    [InlineData("/dev/xvda", "$.image.blockDevices[0].device: RootDevice: '/dev/xvda' is the instance's root device; an image without its root volume cannot be launched: exclude other devices")]
    public void A_device_that_cannot_be_excluded_is_found_before_anything_is_made(string device, string expected)
    {
        var rehearsal = new Rehearsal();

        var report = rehearsal.Report(
            $$"""
            { "source": { "region": "us-east-1", "instanceId": "i-0123456789abcdef0" },
              "image": { "name": "web", "blockDevices": [ { "device": "{{device}}", "exclude": true } ] } }
            """);

        Assert.Equal(expected, report.Failure!.Message);
        Assert.DoesNotContain(rehearsal.Account.Calls, call => call.Operation == "CreateImage");
    }
}
