using Amicast.Simulator.Documents;
using Amicast.Simulator.Faults;

namespace Amicast.Simulator.Tests.Faults;

public sealed class FaultPlanTests
{
    [Fact]
    public void A_plan_is_read_with_every_property()
    {
        var plan = FaultPlan.Parse("""
            {"faults":[
              {"kind":"imageFails","operation":"CopyImage","region":"eu-central-1","probability":0.5,"count":2,"fromMinutes":1,"untilMinutes":2.5},
              {"kind":"late","delaySeconds":600},
              {"kind":"instanceFails","outcome":"impaired"},
              {"kind":"error","code":"ConcurrentTagAccess","operation":"*Tags"},
              {"kind":"regionDown","everyMinutes":60,"fromMinutes":5,"untilMinutes":10},
              {"kind":"slow","factor":2.5},
              {"kind":"stalls","operation":"CopySnapshot"},
              {"kind":"jumps","percent":5},
              {"kind":"notFoundAfterCreation","idSeconds":0,"listSeconds":2.5,"tagSeconds":90},
              {"kind":"eventLate","detailType":"EC2 AMI*","delaySeconds":5}
            ]}
            """);

        Assert.Equal(
            [
                new(FaultKind.ImageFails)
                {
                    Operation = "CopyImage", Region = "eu-central-1", Probability = 0.5, Count = 2, From = TimeSpan.FromMinutes(1), Until = TimeSpan.FromSeconds(150),
                },
                new(FaultKind.Late) { Delay = TimeSpan.FromMinutes(10) },
                new(FaultKind.InstanceFails) { Impaired = true },
                new(FaultKind.Error) { Code = "ConcurrentTagAccess", Operation = "*Tags" },
                new(FaultKind.RegionDown) { Every = TimeSpan.FromHours(1), From = TimeSpan.FromMinutes(5), Until = TimeSpan.FromMinutes(10) },
                new(FaultKind.Slow) { Factor = 2.5 },
                new(FaultKind.Stalls) { Operation = "CopySnapshot", Delay = TimeSpan.FromMinutes(15) },
                new(FaultKind.Jumps) { Percent = 5 },
                new(FaultKind.NotFoundAfterCreation) { IdDelay = TimeSpan.Zero, ListDelay = TimeSpan.FromSeconds(2.5), TagDelay = TimeSpan.FromSeconds(90) },
                new FaultRule(FaultKind.EventLate) { DetailType = "EC2 AMI*", Delay = TimeSpan.FromSeconds(5) },
            ],
            plan.Rules);
    }

    [Fact]
    public void Everything_that_is_wrong_is_reported_at_once()
    {
        var error = Assert.Throws<InvalidDocumentException>(() => FaultPlan.Parse("""
            {"faults":[
              {"kind":"throtle"},
              {"probability":2},
              {"kind":"late","delay":90,"count":0.5,"operation":7},
              3
            ], "fault":[]}
            """));

        Assert.Equal(
            [
                "$.faults[0].kind: InvalidValue: 'throtle' is not a kind of fault. Did you mean 'throttle'?",
                "$.faults[1].kind: MissingProperty: 'kind' is missing. Add 'kind'.",
                "$.faults[1].probability: InvalidValue: 2 lies outside 0 to 1. Give a number from 0 to 1.",
                "$.faults[2].operation: WrongType: 'operation' is not a text. Write a text.",
                "$.faults[2].count: InvalidValue: 0.5 lies outside 1 to 2147483647. Give a number from 1 to 2147483647.",
                "$.faults[2].count: InvalidValue: 0.5 is not a whole number. Give a whole number.",
                "$.faults[2].delay: UnknownProperty: 'delay' is not known here. Known are: kind, operation, region, probability, count, fromMinutes, untilMinutes, everyMinutes, delaySeconds.",
                "$.faults[3]: WrongType: This is not an object. Write an object.",
                "$.fault: UnknownProperty: 'fault' is not known here. Did you mean 'faults'?",
            ],
            error.Problems.Select(problem => problem.ToString()));
    }

    [Theory]
    [InlineData(
        """{"kind":"throttle","code":"Throttling"}""",
        "code: InvalidCombination: 'code' does not go with the kind throttle. Remove it; it goes with error.")]
    [InlineData(
        """{"kind":"slow","delaySeconds":7}""",
        "delaySeconds: InvalidCombination: 'delaySeconds' does not go with the kind slow. Remove it; it goes with late, stalls, eventLate.")]
    [InlineData("""{"kind":"error"}""", "code: MissingProperty: 'code' is missing. Add 'code'.")]
    [InlineData("""{"kind":"error","code":"Throtling"}""", "code: InvalidValue: 'Throtling' is not the code of an error that passes. Did you mean 'Throttling'?")]
    [InlineData("""{"kind":"slow","factor":0.5}""", "factor: InvalidValue: 0.5 lies outside 1 to 1000. Give a number from 1 to 1000.")]
    [InlineData("""{"kind":"jumps","percent":95}""", "percent: InvalidValue: 95 lies outside 0 to 90. Give a number from 0 to 90.")]
    [InlineData(
        """{"kind":"throttle","operation":"CopyImges"}""",
        "operation: InvalidValue: 'CopyImges' is no operation that throttle can strike. Did you mean 'CopyImage'?")]
    [InlineData(
        """{"kind":"imageFails","operation":"*Snapshot"}""",
        "operation: InvalidValue: '*Snapshot' is no operation that imageFails can strike. Operations are: CreateImage, CopyImage.")]
    [InlineData(
        """{"kind":"eventLost","detailType":"EC2 AMI"}""",
        "detailType: InvalidValue: 'EC2 AMI' is the detail-type of no event. They are: EC2 AMI State Change, EBS Snapshot Notification, "
        + "EBS Multi-Volume Snapshots Completion Status, EC2 Instance State-change Notification.")]
    [InlineData(
        """{"kind":"regionDown","fromMinutes":9,"untilMinutes":5}""",
        "untilMinutes: InvalidValue: The window ends before it begins. Give a number above that of fromMinutes.")]
    [InlineData(
        """{"kind":"regionDown","everyMinutes":60,"fromMinutes":50,"untilMinutes":70}""",
        "everyMinutes: InvalidValue: The window does not lie within the period. Let fromMinutes and untilMinutes count from the start of each period.")]
    [InlineData(
        """{"kind":"regionDown","everyMinutes":0}""",
        "everyMinutes: InvalidValue: 0 lies outside 0.016666666666666666 to 527040. Give a number from 0.016666666666666666 to 527040.")]
    [InlineData("""{"kind":"late","delaySeconds":1e300}""", "delaySeconds: InvalidValue: 1E+300 lies outside 0 to 2592000. Give a number from 0 to 2592000.")]
    [InlineData("""{"kind":"late","untilMinutes":1e300}""", "untilMinutes: InvalidValue: 1E+300 lies outside 0 to 527040. Give a number from 0 to 527040.")]
    public void What_could_not_be_meant_is_refused_with_its_remedy(string rule, string expected)
    {
        var error = Assert.Throws<InvalidDocumentException>(() => FaultPlan.Parse($$"""{"faults":[{{rule}}]}"""));

        Assert.Equal([$"$.faults[0].{expected}"], error.Problems.Select(problem => problem.ToString()));
    }

    [Fact]
    public void A_rule_made_in_code_is_held_to_the_same()
    {
        Assert.Throws<ArgumentException>(() => new FaultRule(FaultKind.Error) { Code = "Nonsense" });
        Assert.Throws<ArgumentOutOfRangeException>(() => new FaultRule(FaultKind.RegionDown) { Every = TimeSpan.Zero });
    }

    [Theory]
    [InlineData(-0.1)]
    [InlineData(1.1)]
    [InlineData(double.NaN)]
    public void A_probability_outside_0_to_1_is_refused(double probability) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => FaultPlan.FromProbability(probability));

    [Theory]
    [InlineData("{", "$: InvalidJson: Line 1, byte 1: not JSON. Correct the syntax there.")]
    [InlineData("[]", "$: WrongType: The document is not a JSON object. Begin it with '{'.")]
    public void What_is_no_document_is_refused(string json, string expected) =>
        Assert.Equal([expected], Assert.Throws<InvalidDocumentException>(() => FaultPlan.Parse(json)).Problems.Select(problem => problem.ToString()));
}
