namespace Amicast.StatesLanguage.Tests.States;

public sealed class ChoiceTests
{
    [Theory]
    [InlineData("""{"Variable":"$.v","StringEquals":"a"}""", """{"v":"a"}""", true)]
    [InlineData("""{"Variable":"$.v","StringEquals":"a"}""", """{"v":"A"}""", false)]
    [InlineData("""{"Variable":"$.v","StringEquals":"1"}""", """{"v":1}""", false)]
    [InlineData("""{"Variable":"$.v","StringEqualsPath":"$.o"}""", """{"v":"a","o":"a"}""", true)]
    [InlineData("""{"Variable":"$.v","StringLessThan":"b"}""", """{"v":"a"}""", true)]
    [InlineData("""{"Variable":"$.v","StringLessThan":"a"}""", """{"v":"Z"}""", true)]
    [InlineData("""{"Variable":"$.v","StringLessThanPath":"$.o"}""", """{"v":"b","o":"a"}""", false)]
    [InlineData("""{"Variable":"$.v","StringGreaterThan":"a"}""", """{"v":"b"}""", true)]
    [InlineData("""{"Variable":"$.v","StringGreaterThanPath":"$.o"}""", """{"v":"b","o":"b"}""", false)]
    [InlineData("""{"Variable":"$.v","StringLessThanEquals":"b"}""", """{"v":"b"}""", true)]
    [InlineData("""{"Variable":"$.v","StringLessThanEqualsPath":"$.o"}""", """{"v":"c","o":"b"}""", false)]
    [InlineData("""{"Variable":"$.v","StringGreaterThanEquals":"b"}""", """{"v":"b"}""", true)]
    [InlineData("""{"Variable":"$.v","StringGreaterThanEqualsPath":"$.o"}""", """{"v":"a","o":"b"}""", false)]
    [InlineData("""{"Variable":"$.v","StringMatches":"log-*.txt"}""", """{"v":"log-2026.txt"}""", true)]
    [InlineData("""{"Variable":"$.v","StringMatches":"*.b*.c"}""", """{"v":"x.b.b.c"}""", true)]
    [InlineData("""{"Variable":"$.v","StringMatches":"a*"}""", """{"v":"ba"}""", false)]
    [InlineData("""{"Variable":"$.v","StringMatches":"a\\*"}""", """{"v":"a*"}""", true)]
    [InlineData("""{"Variable":"$.v","StringMatches":"a\\*"}""", """{"v":"ab"}""", false)]
    [InlineData("""{"Variable":"$.v","StringMatches":"a\\\\*"}""", """{"v":"a\\b"}""", true)]
    [InlineData("""{"Variable":"$.v","NumericEquals":1}""", """{"v":1.0}""", true)]
    [InlineData("""{"Variable":"$.v","NumericEquals":1}""", """{"v":"1"}""", false)]
    [InlineData("""{"Variable":"$.v","NumericEqualsPath":"$.o"}""", """{"v":2,"o":2}""", true)]
    [InlineData("""{"Variable":"$.v","NumericEquals":9007199254740993}""", """{"v":9007199254740992}""", false)]
    [InlineData("""{"Variable":"$.v","NumericLessThan":2}""", """{"v":1.5}""", true)]
    [InlineData("""{"Variable":"$.v","NumericLessThanPath":"$.o"}""", """{"v":1,"o":"2"}""", false)]
    [InlineData("""{"Variable":"$.v","NumericGreaterThan":2}""", """{"v":10}""", true)]
    [InlineData("""{"Variable":"$.v","NumericGreaterThanPath":"$.o"}""", """{"v":1,"o":1}""", false)]
    [InlineData("""{"Variable":"$.v","NumericLessThanEquals":2}""", """{"v":2}""", true)]
    [InlineData("""{"Variable":"$.v","NumericLessThanEqualsPath":"$.o"}""", """{"v":3,"o":2}""", false)]
    [InlineData("""{"Variable":"$.v","NumericGreaterThanEquals":2}""", """{"v":2}""", true)]
    [InlineData("""{"Variable":"$.v","NumericGreaterThanEqualsPath":"$.o"}""", """{"v":1,"o":2}""", false)]
    [InlineData("""{"Variable":"$.v","BooleanEquals":true}""", """{"v":true}""", true)]
    [InlineData("""{"Variable":"$.v","BooleanEquals":false}""", """{"v":true}""", false)]
    [InlineData("""{"Variable":"$.v","BooleanEquals":false}""", """{"v":null}""", false)]
    [InlineData("""{"Variable":"$.v","BooleanEqualsPath":"$.o"}""", """{"v":false,"o":false}""", true)]
    [InlineData("""{"Variable":"$.v","BooleanEqualsPath":"$.o"}""", """{"v":1,"o":1}""", false)]
    [InlineData("""{"Variable":"$.v","TimestampEquals":"2026-11-22T18:00:00Z"}""", """{"v":"2026-11-22T19:00:00.000+01:00"}""", true)]
    [InlineData("""{"Variable":"$.v","TimestampEqualsPath":"$.o"}""", """{"v":"2026-11-22T18:00:00Z","o":"yesterday"}""", false)]
    [InlineData("""{"Variable":"$.v","TimestampLessThan":"2026-11-22T18:00:00Z"}""", """{"v":"2026-11-22T17:59:59Z"}""", true)]
    [InlineData("""{"Variable":"$.v","TimestampLessThanPath":"$.o"}""", """{"v":"2026-11-22T18:00:00Z","o":"2026-11-22T18:00:00Z"}""", false)]
    [InlineData("""{"Variable":"$.v","TimestampGreaterThan":"2026-11-22T18:00:00Z"}""", """{"v":"2026-11-22T18:00:00.001Z"}""", true)]
    [InlineData("""{"Variable":"$.v","TimestampGreaterThanPath":"$$.Execution.StartTime"}""", """{"v":"2026-11-22T17:00:00Z"}""", false)]
    [InlineData("""{"Variable":"$.v","TimestampLessThanEquals":"2026-11-22T18:00:00Z"}""", """{"v":"2026-11-22T18:00:00Z"}""", true)]
    [InlineData("""{"Variable":"$.v","TimestampLessThanEqualsPath":"$.o"}""", """{"v":"2026-11-22T18:00:01Z","o":"2026-11-22T18:00:00Z"}""", false)]
    [InlineData("""{"Variable":"$.v","TimestampGreaterThanEquals":"2026-11-22T18:00:00Z"}""", """{"v":"2026-11-22T18:00:00Z"}""", true)]
    [InlineData("""{"Variable":"$.v","TimestampGreaterThanEqualsPath":"$.o"}""", """{"v":"2026-11-22T17:00:01Z","o":"2026-11-22T18:00:00Z"}""", false)]
    [InlineData("""{"Variable":"$.v","IsNull":true}""", """{"v":null}""", true)]
    [InlineData("""{"Variable":"$.v","IsNull":false}""", """{"v":null}""", false)]
    [InlineData("""{"Variable":"$.v","IsPresent":true}""", """{"v":null}""", true)]
    [InlineData("""{"Variable":"$.v.w","IsPresent":false}""", """{"v":1}""", true)]
    [InlineData("""{"Variable":"$.v","IsNumeric":true}""", """{"v":1e3}""", true)]
    [InlineData("""{"Variable":"$.v","IsNumeric":true}""", """{"v":"1"}""", false)]
    [InlineData("""{"Variable":"$.v","IsString":true}""", """{"v":"1"}""", true)]
    [InlineData("""{"Variable":"$.v","IsString":false}""", """{"v":1}""", true)]
    [InlineData("""{"Variable":"$.v","IsBoolean":true}""", """{"v":false}""", true)]
    [InlineData("""{"Variable":"$.v","IsBoolean":true}""", """{"v":0}""", false)]
    [InlineData("""{"Variable":"$.v","IsTimestamp":true}""", """{"v":"2026-11-22T18:00:00Z"}""", true)]
    [InlineData("""{"Variable":"$.v","IsTimestamp":true}""", """{"v":"2026-11-22"}""", false)]
    [InlineData("""{"And":[{"Variable":"$.v","IsPresent":true},{"Variable":"$.v","NumericEquals":1}]}""", """{"v":1}""", true)]
    [InlineData("""{"And":[{"Variable":"$.v","IsPresent":true},{"Variable":"$.v","NumericEquals":1}]}""", """{}""", false)]
    [InlineData("""{"Or":[{"Variable":"$.v","IsPresent":false},{"Variable":"$.v","NumericEquals":1}]}""", """{}""", true)]
    [InlineData("""{"Or":[{"Variable":"$.v","NumericEquals":2},{"Not":{"Variable":"$.v","NumericEquals":1}}]}""", """{"v":1}""", false)]
    [InlineData("""{"Not":{"Variable":"$.v","NumericEquals":1}}""", """{"v":2}""", true)]
    public void Choice_follows_a_rule_when_its_condition_holds(string condition, string input, bool holds) =>
        Assert.Equal(holds ? "\"yes\"" : "\"no\"", new Engine().Run(DefinitionOf(condition), input).Output);

    [Theory]
    [InlineData("""{"Variable":"$.v","StringEquals":"a"}""", "$.v")]
    [InlineData("""{"Variable":"$.o","StringEqualsPath":"$.v"}""", "$.v")]
    [InlineData("""{"Variable":"$.v.w","IsNull":true}""", "$.v.w")]
    public void Choice_fails_the_execution_when_a_path_leads_nowhere(string condition, string path) => Assert.Equal(
        $"An error occurred while executing the state 'Choice' (entered at the event id #2). Invalid path '{path}': The choice state's condition path references an invalid value.",
        new Engine().Run(DefinitionOf(condition), """{"o":"a"}""").Cause);

    private static string DefinitionOf(string condition) => $$"""
        {
          "StartAt": "Choice",
          "States": {
            "Choice": { "Type": "Choice", "Choices": [ {{condition[..^1]}}, "Next": "Yes" } ], "Default": "No" },
            "Yes": { "Type": "Pass", "Result": "yes", "End": true },
            "No": { "Type": "Pass", "Result": "no", "End": true }
          }
        }
        """;
}
