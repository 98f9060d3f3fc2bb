using Amicast.Requests;

namespace Amicast.Tests.Requests;

public sealed class NameTemplateTests
{
    private static readonly NameTemplate.Values Values = new(
        new DateTimeOffset(2026, 11, 22, 2, 5, 7, TimeSpan.Zero), "run-1", "i-0123456789abcdef0", new Dictionary<string, string> { ["Name"] = "web", ["Odd"] = "a*b" });

    [Theory]
    [InlineData("web", "web")]
    [InlineData("web-{date}-{time}", "web-20261122-0205")]
    [InlineData("{tag:Name}-{date:yyyy-MM-dd}-{time:HHmmss}", "web-2026-11-22-020507")]
    [InlineData("{run} {instanceId} {date:d}", "run-1 i-0123456789abcdef0 22")]
    public void Tokens_are_resolved_from_the_run_and_its_source(string template, string expected)
    {
        var problems = new List<Problem>();

        Assert.Equal(expected, NameTemplate.Expand(template, Values, "$.image.name", problems));
        Assert.Empty(problems);
    }

    [Theory]
    [InlineData("{tag:Role}-image", "$.image.name: UnknownTag: the source has no tag 'Role'; tag the source, or take the token out")]
    [InlineData("{tag:Odd}-image", "$.image.name: InvalidName: 'a*b-image' is not an image name; EC2 allows 3 to 128 letters, digits, spaces and ()[]./-'@_")]
    [InlineData("ab", "$.image.name: InvalidName: 'ab' is not an image name; EC2 allows 3 to 128 letters, digits, spaces and ()[]./-'@_")]
    public void A_name_that_EC2_would_refuse_is_a_problem(string template, string expected)
    {
        var problems = new List<Problem>();

        Assert.Null(NameTemplate.Expand(template, Values, "$.image.name", problems));
        Assert.Equal(expected, string.Join('\n', problems));
    }
}
