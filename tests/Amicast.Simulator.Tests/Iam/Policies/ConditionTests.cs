namespace Amicast.Simulator.Tests.Iam.Policies;

/// <summary>"IAM JSON policy elements: Condition operators" and "Single-valued vs. multivalued context keys", row by row.</summary>
public sealed class ConditionTests
{
    // Operator, the policy's value (JSON), the request's value (none: the key is absent), whether the condition holds.
    public static TheoryData<string, string, string?, bool> OneValue => new()
    {
        { "StringEquals", "\"Blue\"", "Blue", true },
        { "StringEquals", "\"Blue\"", "blue", false },
        { "StringEquals", "\"Bl*\"", "Blue", false },
        { "StringEquals", "[\"Red\", \"Blue\"]", "Blue", true },
        { "StringEquals", "\"Blue\"", null, false },
        { "StringEqualsIfExists", "\"Blue\"", null, true },
        { "StringEqualsIfExists", "\"Blue\"", "Red", false },
        { "StringNotEquals", "[\"Red\", \"Blue\"]", "Blue", false },
        { "StringNotEquals", "[\"Red\", \"Blue\"]", "Green", true },
        { "StringNotEquals", "\"Blue\"", null, true },
        { "StringEqualsIgnoreCase", "\"Blue\"", "bLUE", true },
        { "StringNotEqualsIgnoreCase", "\"Blue\"", "bLUE", false },
        { "StringLike", "\"B*e\"", "Blue", true },
        { "StringLike", "\"B?ue\"", "Blue", true },
        { "StringLike", "\"B?e\"", "Blue", false },
        { "StringLike", "\"B*\"", null, false },
        { "StringNotLike", "\"B*e\"", "Blue", false },
        { "StringNotLike", "\"B*e\"", null, true },
        { "ArnEquals", "\"arn:aws:ec2:*:123456789012:launch-template/lt-*\"", "arn:aws:ec2:eu-central-1:123456789012:launch-template/lt-1", true },
        { "ArnLike", "\"arn:aws:ec2:*:123456789012:launch-template/*\"", "arn:aws:ec2:eu-central-1:999999999999:launch-template/lt-1", false },
        { "ArnLike", "\"arn:aws:ec2:*:launch-template/*:x:y\"", "arn:aws:ec2:eu-central-1:123456789012:launch-template/lt-1", false },
        { "ArnLike", "\"arn:aws:sns:*:*:topic:*\"", "arn:aws:sns:us-east-1:1:topic:a:b", true },
        { "ArnLikeIfExists", "\"arn:aws:ec2:*:*:launch-template/*\"", null, true },
        { "ArnNotEquals", "\"arn:aws:ec2:*:*:image/*\"", "arn:aws:ec2:us-east-1::image/ami-1", false },
        { "ArnNotLike", "\"arn:aws:ec2:*:*:image/*\"", null, true },
        { "Bool", "\"true\"", "true", true },
        { "Bool", "true", "TRUE", true },
        { "Bool", "\"true\"", "false", false },
        { "Bool", "\"true\"", null, false },
        { "BoolIfExists", "\"false\"", null, true },
        { "NumericEquals", "8", "8.0", true },
        { "NumericNotEquals", "\"8\"", "8", false },
        { "NumericLessThan", "\"8\"", "8", false },
        { "NumericLessThanEquals", "\"8\"", "8", true },
        { "NumericGreaterThan", "\"8\"", "9", true },
        { "NumericGreaterThanEquals", "\"8\"", "7", false },
        { "NumericEquals", "\"8\"", "eight", false },
        { "DateEquals", "\"2026-11-22T02:00:00Z\"", "2026-11-22T03:00:00+01:00", true },
        { "DateNotEquals", "\"2026-11-22T02:00:00Z\"", "2026-11-22T02:00:00Z", false },
        { "DateLessThan", "\"2026-11-22T02:00:00Z\"", "2026-11-22T01:59:59Z", true },
        { "DateLessThanEquals", "\"1795312800\"", "2026-11-22T02:00:00Z", true },
        { "DateGreaterThan", "\"2026-11-22\"", "2026-11-21T23:00:00Z", false },
        { "DateGreaterThanEquals", "\"2026-11-22\"", "2026-11-22T00:00:00Z", true },
        { "Null", "\"true\"", null, true },
        { "Null", "\"true\"", "there", false },
        { "Null", "\"false\"", null, false },
        { "Null", "\"false\"", "there", true },
    };

    // The same with several values of the request; an empty list is a key without a value.
    public static TheoryData<string, string, string[]?, bool> SeveralValues => new()
    {
        { "ForAnyValue:StringEquals", "[\"a\", \"b\"]", ["b", "c"], true },
        { "ForAnyValue:StringEquals", "[\"a\", \"b\"]", ["c"], false },
        { "ForAnyValue:StringEquals", "[\"a\", \"b\"]", [], false },
        { "ForAnyValue:StringEquals", "[\"a\", \"b\"]", null, false },
        { "ForAnyValue:StringEqualsIfExists", "[\"a\", \"b\"]", null, true },
        { "ForAnyValue:StringNotEquals", "[\"a\", \"b\"]", ["a", "c"], true },
        { "ForAnyValue:StringNotEquals", "[\"a\", \"b\"]", ["a", "b"], false },
        { "ForAnyValue:StringNotEquals", "[\"a\", \"b\"]", null, false },
        { "ForAllValues:StringEquals", "[\"a\", \"b\"]", ["a", "b"], true },
        { "ForAllValues:StringEquals", "[\"a\", \"b\"]", ["a", "c"], false },
        { "ForAllValues:StringEquals", "[\"a\", \"b\"]", [], true },
        { "ForAllValues:StringEquals", "[\"a\", \"b\"]", null, true },
        { "ForAllValues:StringLike", "[\"a*\"]", ["ab", "ac"], true },
        { "ForAllValues:StringNotEquals", "[\"a\"]", ["b", "c"], true },
        { "ForAllValues:StringNotEquals", "[\"a\"]", ["a", "c"], false },
        { "StringEquals", "[\"a\"]", ["a", "c"], true },
        { "StringNotEquals", "[\"a\"]", ["a", "c"], false },
        { "Null", "\"true\"", [], true },
    };

    [Theory]
    [MemberData(nameof(OneValue))]
    public void A_condition_holds_of_one_value_as_the_guide_says(string name, string wanted, string? actual, bool holds) => Assert.Equal(
        holds, PolicyWorld.Under($$"""{ "{{name}}": { "ec2:Key": {{wanted}} } }""").Allows(context: actual is null ? [] : [("ec2:Key", [actual])]));

    [Theory]
    [MemberData(nameof(SeveralValues))]
    public void A_condition_holds_of_several_values_as_the_guide_says(string name, string wanted, string[]? actual, bool holds) => Assert.Equal(
        holds, PolicyWorld.Under($$"""{ "{{name}}": { "ec2:Key": {{wanted}} } }""").Allows(context: actual is null ? [] : [("ec2:Key", actual)]));

    [Fact]
    public void All_operators_and_all_keys_must_hold_and_names_of_keys_have_no_case()
    {
        var policy = PolicyWorld.Under("""{ "StringEquals": { "ec2:Region": "us-east-1", "aws:requesttag/Amicast:Run": "run-1" }, "Bool": { "ec2:Public": "false" } }""");

        Assert.True(policy.Allows(context: [("ec2:region", ["us-east-1"]), ("aws:RequestTag/amicast:run", ["run-1"]), ("ec2:Public", ["false"])]));
        Assert.False(policy.Allows(context: [("ec2:region", ["us-east-1"]), ("aws:RequestTag/amicast:run", ["run-2"]), ("ec2:Public", ["false"])]));
        Assert.False(policy.Allows(context: [("ec2:region", ["us-east-1"]), ("aws:RequestTag/amicast:run", ["run-1"]), ("ec2:Public", ["true"])]));
    }
}
