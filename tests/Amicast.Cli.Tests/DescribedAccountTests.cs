namespace Amicast.Cli.Tests;

/// <summary><c>aws ec2 describe-instances | amicast run REQUEST --account -</c>, by the built command.</summary>
public sealed class DescribedAccountTests
{
    private const string Output = """
        { "Reservations": [{ "ReservationId": "r-0b1c2d3e4f5061728", "OwnerId": "210987654321", "Groups": [], "Instances": [{
          "InstanceId": "i-0aaaaaaaaaaaaaaaa", "InstanceType": "m7i.large", "Architecture": "x86_64", "State": { "Code": 16, "Name": "running" },
          "Placement": { "AvailabilityZone": "us-east-1d", "Tenancy": "default" }, "RootDeviceName": "/dev/xvda", "RootDeviceType": "ebs",
          "BlockDeviceMappings": [{ "DeviceName": "/dev/xvda", "Ebs": { "VolumeId": "vol-0aaaaaaaaaaaaaaa1", "DeleteOnTermination": true, "Status": "attached" } }],
          "Tags": [{ "Key": "Name", "Value": "web" }] }] }] }
        """;

    private const string Request = """
        {
          "source": { "region": "us-east-1", "instanceId": "i-0aaaaaaaaaaaaaaaa" },
          "image": { "name": "{tag:Name}-{date}" },
          "destinations": [{ "region": "ap-northeast-3" }]
        }
        """;

    private const string Note = "--account: The output does not say how large volumes are, or whether they are encrypted: 1 volume has 8 GiB, not encrypted.\n";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_instance_that_was_described_is_copied_to_a_Region_in_which_there_is_nothing_yet(bool fromStandardInput)
    {
        using var request = new TemporaryFile(Request);
        using var account = new TemporaryFile(Output);
        using var process = CommandProcess.Start("run", request.Path, "--speed", "max", "--account", fromStandardInput ? "-" : account.Path);
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.StandardInput.WriteAsync(Output);
        process.StandardInput.Close();
        var error = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal((0, Note), (process.ExitCode, error));
        Assert.Matches("ap-northeast-3 +│ ami-0[0-9a-f]{16}(.|\n)*│ web-20261122 (.|\n)*\nSUCCEEDED: run run-", await output);
    }

    [Fact]
    public async Task What_is_wrong_with_the_output_exits_with_2_and_names_the_place()
    {
        using var account = new TemporaryFile(Output.Replace("us-east-1d", "us-east-1-bos-1a", StringComparison.Ordinal));

        var run = await CommandProcess.RunAsync("run", "examples/move-instance.json", "--account", account.Path);

        Assert.Equal(
            (2, "", $"""
            --account {account.Name}: The output of describe-instances has 1 problem(s):
            $.Reservations: NoInstances: There is no instance here that could be simulated. i-0aaaaaaaaaaaaaaaa was left out: us-east-1-bos-1a is not an Availability Zone, but a Local Zone or the like. Describe a Region in which there is one.

            """),
            (run.ExitCode, run.Output, run.Error));
    }
}
