using System.Text.RegularExpressions;
using Amicast.Tests;

namespace Amicast.Local.Tests.Http;

public sealed partial class DocumentationTests
{
    private static readonly string Page = Repository.Read("docs/http-api.md").ReplaceLineEndings("\n");

    [Fact]
    public void Answers_on_the_page_are_answers_of_the_API()
    {
        var answers = Conversation.Life().Concat(Refusals()).Select(answer => answer.Body).ToList();

        var examples = Page.Split('\n').Where(line => line.StartsWith("{\"", StringComparison.Ordinal)).ToList();

        Assert.Equal(4, examples.Count);
        Assert.All(examples, example => Assert.Contains(example, answers));
    }

    [Fact]
    public void Routes_on_the_page_are_the_routes_of_the_API() => Assert.Equal(
        new OpenApiDocument().Operations.Order(StringComparer.Ordinal), RowOfRoute().Matches(Page).Select(row => row.Groups["route"].Value).Order(StringComparer.Ordinal));

    [Fact]
    public void Kinds_of_problems_on_the_page_are_those_that_the_API_answers_with_their_statuses()
    {
        var seen = Refusals().Concat(Conversation.Life()).Concat(Conversation.Troubled())
            .Select(answer => (Kind: Kind().Match(answer.Body), answer.Status)).Where(one => one.Kind.Success).Select(one => $"{one.Kind.Groups["kind"].Value} {one.Status}");

        var told = RowOfProblem().Matches(Page).SelectMany(row => row.Groups["kinds"].Value.Split(", ").Select(kind => $"{kind.Trim('`')} {row.Groups["status"].Value}"));

        Assert.Equal(seen.Distinct().Order(StringComparer.Ordinal), told.Order(StringComparer.Ordinal));
    }

    private static List<ApiAnswer> Refusals()
    {
        using var world = new ApiWorld();
        return [.. Conversation.Refused().Select(world.Send)];
    }

    [GeneratedRegex(@"^\| `(?<route>(GET|POST|DELETE) [^`]+)` \|", RegexOptions.ExplicitCapture | RegexOptions.Multiline, 1000)]
    private static partial Regex RowOfRoute();

    [GeneratedRegex(@"^\| (?<kinds>`[A-Za-z`, ]+`) \| (?<status>[45][0-9]{2}) \|", RegexOptions.ExplicitCapture | RegexOptions.Multiline, 1000)]
    private static partial Regex RowOfProblem();

    [GeneratedRegex("^\\{\"type\":\"urn:amicast:problem:(?<kind>[A-Za-z]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Kind();
}
