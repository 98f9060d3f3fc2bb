using Amazon.EC2.Model;
using Amicast.Plans;
using Amicast.Steps;

namespace Amicast.Tests.Steps;

public sealed class FleetRefusalTests
{
    private static readonly PlannedFleet Fleet = new(["m7i.large", "m6i.large"], [], [], null, 2);

    [Theory]
    [InlineData("UnauthorizedOperation", "UnauthorizedOperation", "AccessDenied")]
    [InlineData("UnauthorizedOperation", "InsufficientInstanceCapacity", "FleetIncomplete")]
    [InlineData("InsufficientInstanceCapacity", "InsufficientInstanceCapacity", "FleetIncomplete")]
    public void A_fleet_is_AccessDenied_when_every_pool_is_refused_for_that(string first, string second, string expected)
    {
        var error = LaunchInstancesStep.Incomplete(0, 2, Fleet, [Error("m7i.large", first), Error("m6i.large", second)]);

        Assert.Equal(
            (expected, $"The fleet launched 0 of 2 instances, and 2 are needed: m7i.large: {first}: no; m6i.large: {second}: no"),
            (error.Name, error.Message));
    }

    [Fact]
    public void A_fleet_without_errors_is_FleetIncomplete() => Assert.Equal(
        ("FleetIncomplete", "The fleet launched 1 of 2 instances, and 2 are needed."),
        (LaunchInstancesStep.Incomplete(1, 2, Fleet, []).Name, LaunchInstancesStep.Incomplete(1, 2, Fleet, []).Message));

    private static CreateFleetError Error(string instanceType, string code) => new()
    {
        LaunchTemplateAndOverrides = new() { Overrides = new() { InstanceType = instanceType } }, ErrorCode = code, ErrorMessage = "no",
    };
}
