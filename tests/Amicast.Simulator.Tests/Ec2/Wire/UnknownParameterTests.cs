using Amicast.Simulator.Account;

namespace Amicast.Simulator.Tests.Ec2.Wire;

/// <summary>EC2 ignores parameters that it does not know; the record of the call names them.</summary>
public sealed class UnknownParameterTests
{
    [Theory]
    [InlineData("ec2", "Action=DescribeImages&Owner.1=self&DryRun=false", "ok")]
    [InlineData("ec2", "Action=DescribeImages&Owners.1=self&Filter.1.Name=name&Filter.1.Values.1=b&Filter.1.Value.1=a", "ok", "Owners.1", "Filter.1.Values.1")]
    [InlineData("ec2", "Action=DescribeImages&Owner.1=self&Owner.3=amazon", "ok", "Owner.3")]
    [InlineData("ec2", "Action=CreateImage&InstanceId=i-0123456789abcdef0&Name=web-1&ClientToken=1", "ok", "ClientToken")]
    [InlineData("ec2", "Action=CreateImage&InstanceId=i-0123456789abcdef0&Name=web-1&DryRun=true&Reboot=true", "DryRunOperation", "Reboot")]
    [InlineData("ec2", "Action=CreateVolume&AvailabilityZone=us-east-1a&Size=8&ClientToken=1&Name=x", "ok", "Name")]
    [InlineData("ec2", "Action=CreateVolume&AvailabilityZone=us-east-1a&Size=8&ClientToken=1&DryRun=true", "DryRunOperation")]
    [InlineData("ec2", "Action=CreateImage&Name=web-1&Reboot=true", "MissingParameter")]
    [InlineData("sts", "Action=GetCallerIdentity&Who=me", "ok", "Who")]
    public void A_call_that_took_effect_names_what_nothing_looked_at(string service, string form, string outcome, params string[] expected)
    {
        var world = new World();
        Send(world, service, form);
        var call = world.Cloud.Calls.Single();

        Assert.Equal((outcome, string.Join(' ', expected)), (call.Outcome, string.Join(' ', call.UnknownParameters)));
    }

    [Fact]
    public void A_request_with_a_token_seen_before_names_nothing()
    {
        var world = new World();
        const string form = "Action=CreateVolume&AvailabilityZone=us-east-1a&Size=8&ClientToken=1&Name=x";
        Send(world, "ec2", form);
        Send(world, "ec2", form);

        Assert.Equal(["Name", ""], world.Cloud.Calls.Select(call => string.Join(' ', call.UnknownParameters)));
    }

    [Fact]
    public void A_parameter_of_a_launch_that_is_not_carried_out_is_still_refused()
    {
        var world = new World();
        Send(world, "ec2", "Action=RunInstances&ImageId=ami-0a1b2c3d4e5f60003&MinCount=1&MaxCount=1&HibernationOptions.Configured=true");

        Assert.Equal("UnsupportedOperation", world.Cloud.Calls.Single().Outcome);
    }

    [Fact]
    public void Every_call_is_told_as_it_takes_effect_whether_or_not_calls_are_kept()
    {
        var world = new World();
        var told = new List<CallRecord>();
        var cloud = new SimulatedCloud(world.Clock, new(1), AccountDocument.Parse(World.SmallAccount)) { KeepsCalls = false, OnCall = told.Add };
        Send(world, "ec2", "Action=DescribeRegions&Nonsense=1", cloud);

        Assert.Empty(cloud.Calls);
        Assert.Equal(("DescribeRegions", "ok", "Nonsense"), (told[0].Operation, told[0].Outcome, told[0].UnknownParameters.Single()));
    }

    private static void Send(World world, string service, string form, SimulatedCloud? cloud = null)
    {
        using var invoker = new HttpMessageInvoker((cloud ?? world.Cloud).CreateHandler());
        using var request = new HttpRequestMessage(HttpMethod.Post, "http://aws.local/") { Content = new StringContent($"{form}&Version=2016-11-15") };
        request.Headers.TryAddWithoutValidation(
            "Authorization", $"AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20261122/us-east-1/{service}/aws4_request, SignedHeaders=host;x-amz-date, Signature=00");
        world.Clock.Run(() => invoker.SendAsync(request, CancellationToken.None)).Dispose();
    }
}
