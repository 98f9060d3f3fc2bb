using System.Text.RegularExpressions;
using Amicast.Tests;

namespace Amicast.TemplateTests;

/// <summary><c>docs/iam.md</c> has a section for each role and a line for each of its statements.</summary>
public sealed partial class IamPageTests
{
    [Fact]
    public void The_page_has_exactly_the_statements_of_the_template_and_no_others() => Assert.Equal(
        Statement.All.Select(statement => $"{statement.Owner} {Template.Scalar(statement.Node, "Sid")}").Order(StringComparer.Ordinal),
        OnThePage().Order(StringComparer.Ordinal));

    [Fact]
    public void Every_line_says_for_what_by_which_call_and_from_which_source() =>
        Assert.All(Repository.Read("docs/iam.md").Split('\n').Where(line => Row().IsMatch(line)), line => Assert.All(line.Split('|')[1..^1], cell => Assert.NotEqual("", cell.Trim())));

    private static IEnumerable<string> OnThePage()
    {
        var roles = Repository.Read("docs/iam.md").Split("\n## Roles\n")[1].Split("\n### ")[1..];
        return roles.SelectMany(role => Row().Matches(role).Select(row => $"{role[..role.IndexOf('\n', StringComparison.Ordinal)]} {row.Groups["sid"].Value}"));
    }

    [GeneratedRegex(@"^\| `(?<sid>[A-Za-z0-9]+)` \|.*\|.*\|.*\|$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Row();
}
