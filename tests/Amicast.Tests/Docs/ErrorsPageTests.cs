using System.Text.Json;
using System.Text.RegularExpressions;
using Amicast.Errors;

namespace Amicast.Tests.Docs;

public sealed partial class ErrorsPageTests
{
    private static readonly string[] OfTheService =
    [
        "Lambda.ClientExecutionTimeoutException", "Lambda.ServiceException", "Lambda.AWSLambdaException", "Lambda.SdkClientException",
        "Lambda.TooManyRequestsException", "Lambda.Unknown", "Sandbox.Timedout", "States.Timeout", "States.ALL",
    ];

    [Fact]
    public void The_page_has_one_row_for_each_named_error_and_no_other()
    {
        var named = typeof(AmicastException).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(AmicastException)))
            .Select(AmicastException.NameOf);

        Assert.Equal(named.Order(StringComparer.Ordinal), Rows().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_row_says_what_the_error_means_and_what_to_do()
    {
        var rows = Repository.Read("docs/errors.md").Split('\n').Where(line => line.StartsWith("| `", StringComparison.Ordinal)).Select(line => line.Split('|', StringSplitOptions.TrimEntries)[1..^1]).ToList();

        Assert.NotEmpty(rows);
        Assert.All(rows, row => Assert.All(row, cell => Assert.True(cell.Length > 0, row[0])));
    }

    [Fact]
    public void Every_error_class_is_sealed()
    {
        var open = typeof(AmicastException).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(AmicastException)) && !type.IsSealed);

        Assert.Empty(open);
    }

    [Fact]
    public void The_definition_retries_exactly_what_the_page_says_passes()
    {
        using var definition = JsonDocument.Parse(Repository.Read("statemachine/distribution.asl.json"));

        var retried = ErrorEquals(definition.RootElement, "Retry").Distinct().Except(OfTheService);

        Assert.Equal(Rows(untilHeading: "## What does not pass").Order(StringComparer.Ordinal), retried.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_page_lists_exactly_the_problem_codes_of_the_code()
    {
        var page = Repository.Read("docs/errors.md");
        var listed = Code().Matches(Section(page, "## Problems with a request")).Select(m => m.Groups["name"].Value);
        var used = ProblemCode().Matches(Sources()).Select(m => m.Groups["name"].Value).Distinct();

        Assert.Equal(used.Order(StringComparer.Ordinal), listed.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_page_lists_exactly_the_warnings_of_the_code()
    {
        var listed = Row().Matches(Section(Repository.Read("docs/errors.md"), "## Warnings of a plan")).Select(m => m.Groups["name"].Value);
        var used = WarningCode().Matches(Sources()).Select(m => m.Groups["name"].Value).Distinct();

        Assert.Equal(used.Order(StringComparer.Ordinal), listed.Order(StringComparer.Ordinal));
    }

    private static string Section(string page, string heading)
    {
        var rest = page[(page.IndexOf(heading, StringComparison.Ordinal) + heading.Length)..];
        return rest.Split("\n## ", 2)[0];
    }

    private static string Sources() => string.Join('\n', Directory.EnumerateFiles(Repository.PathOf("src/Amicast"), "*.cs", SearchOption.AllDirectories)
        .Where(file => file.Contains("Requests", StringComparison.Ordinal) || file.Contains("Plan", StringComparison.Ordinal))
        .Select(File.ReadAllText)
        .Append(File.ReadAllText(Repository.PathOf("src/Amicast.Cli/Commands/RequestFile.cs"))));

    private static IEnumerable<string> Rows(string untilHeading = "Errors of the function itself")
    {
        var page = Repository.Read("docs/errors.md");
        return Row().Matches(page[..page.IndexOf(untilHeading, StringComparison.Ordinal)]).Select(m => m.Groups["name"].Value);
    }

    private static IEnumerable<string> ErrorEquals(JsonElement element, string list) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(member => member.Name == list
            ? member.Value.EnumerateArray().SelectMany(entry => entry.GetProperty("ErrorEquals").EnumerateArray().Select(name => name.GetString()!))
            : ErrorEquals(member.Value, list)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(item => ErrorEquals(item, list)),
        _ => [],
    };

    [GeneratedRegex(@"^\| `(?<name>\w+)` \|", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Row();

    [GeneratedRegex(@"`(?<name>\w+)`", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Code();

    // A problem is made by Problem(path, "Code", …), Refuse(path, "Code", …), Report(member, "Code", …), or handed back as ("Code", …).
    [GeneratedRegex("""((new Problem|Refuse)\([^";]*(\$?"[^"]*", )?|new\(path, |Report\("?\w+"?, |: \(|, Regex \w+, |\w\(\), |\w+: )"(?<name>[A-Z][a-zA-Z]+)",""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ProblemCode();

    // A warning is noted by Warn(path, "Code", …), or by the name of its constant.
    [GeneratedRegex("""(Warn\([^"\n]*?(\$?"[^"]*", )?(Warning\.|")|Warn\(Path, ")(?<name>[A-Z][a-zA-Z]+)("|),""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex WarningCode();
}
