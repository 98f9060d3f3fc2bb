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
              {"kind":"instanceFails","outcome":"impaired"}
            ]}
            """);

        Assert.Equal(
            [
                new(FaultKind.ImageFails)
                {
                    Operation = "CopyImage", Region = "eu-central-1", Probability = 0.5, Count = 2, From = TimeSpan.FromMinutes(1), Until = TimeSpan.FromSeconds(150),
                },
                new(FaultKind.Late) { Delay = TimeSpan.FromMinutes(10) },
                new FaultRule(FaultKind.InstanceFails) { Impaired = true },
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
                "$.faults[2].delay: UnknownProperty: 'delay' is not known here. Known are: kind, operation, region, probability, count, fromMinutes, untilMinutes, delaySeconds, outcome.",
                "$.faults[3]: WrongType: This is not an object. Write an object.",
                "$.fault: UnknownProperty: 'fault' is not known here. Did you mean 'faults'?",
            ],
            error.Problems.Select(problem => problem.ToString()));
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
