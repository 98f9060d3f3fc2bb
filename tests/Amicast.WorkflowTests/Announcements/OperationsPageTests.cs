using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Amicast.Errors;
using Amicast.Metrics;
using Amicast.Simulator.Account;
using Amicast.Tests;

namespace Amicast.WorkflowTests.Announcements;

/// <summary>Holds what docs/operations.md, docs/events.md and docs/errors.md say of ends, metrics and costs against runs.</summary>
public sealed partial class OperationsPageTests
{
    private static readonly string Operations = Repository.Read("docs/operations.md");
    private static readonly string Events = Repository.Read("docs/events.md");
    private static readonly string Approved = Path.GetDirectoryName(Repository.PathOf("tests/Amicast.WorkflowTests/Announcements/Approved/aborted.json"))!;

    [Fact]
    public void The_page_says_what_the_main_job_costs() => Assert.Equal(CostRow("`examples/move-instance.json`", null, Rehearsal.MoveInstance), Row("| `examples/move-instance.json`"));

    [Fact]
    public void The_page_says_what_thirty_Regions_cost() => Assert.Equal(CostRow("the same to 30 Regions", ManyRegions.Account(), ManyRegions.Request()), Row("| the same to 30 Regions"));

    [Fact]
    public void The_page_lists_every_metric_with_its_unit_and_dimensions()
    {
        var lines = Directory.EnumerateFiles(Approved, "metrics-*.txt").SelectMany(File.ReadAllLines)
            .Append(new MetricDocument(DateTimeOffset.UnixEpoch, [new("Region", "r")], [["Region"]], [Metric.Count("ThrottledCalls", 1)], []).ToJson());

        Assert.Equal(lines.SelectMany(Metrics).Distinct().Order(StringComparer.Ordinal), MetricRows().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_events_page_lists_every_member_of_the_detail()
    {
        var named = Section(Events, "| member |").SelectMany(row => Code().Matches(row.Split('|')[1]).Select(code => code.Groups["text"].Value));
        var members = AmicastJson.Default.RunEnded.Properties.Select(property => property.Name);

        Assert.Equal(members.Order(StringComparer.Ordinal), named.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_events_page_shows_an_event_as_it_is() =>
        Assert.Contains(File.ReadAllText(Path.Combine(Approved, "aborted-at-once.json")), Events, StringComparison.Ordinal);

    [Fact]
    public void Every_error_that_an_end_is_told_by_is_on_the_errors_page_with_what_to_do()
    {
        var page = Repository.Read("docs/errors.md");
        var errors = Directory.EnumerateFiles(Approved, "*.json").SelectMany(file => ErrorMember().Matches(File.ReadAllText(file))).Select(match => match.Groups["name"].Value).Distinct().ToList();
        var named = typeof(AmicastException).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(AmicastException))).Select(AmicastException.NameOf);
        var rows = Section(page, "## Ends from outside the flow").SkipWhile(line => line.Length == 0 || line[0] != '|').Where(line => line.StartsWith("| `", StringComparison.Ordinal)).ToList();

        Assert.All(rows, row => Assert.True(row.Split('|', StringSplitOptions.TrimEntries) is ["", _, { Length: > 0 }, { Length: > 0 }, ""], row));
        Assert.Empty(errors.Except(named).Except(rows.Select(row => Code().Match(row).Groups["text"].Value)));
    }

    private static string Row(string start) => Operations.Split('\n').Single(line => line.StartsWith(start, StringComparison.Ordinal));

    private static string CostRow(string name, AccountDocument? account, string request)
    {
        var rehearsal = new AnnouncedRehearsal(account: account);
        rehearsal.Run(request);
        var values = rehearsal.Metrics[0].Metrics.ToDictionary(metric => metric.Name, metric => metric.Values[0]);
        return string.Create(CultureInfo.InvariantCulture, $"| {name} | {values["Regions"]} | {Math.Round(values["Duration"] / 60)} min | {values["Transitions"]:N0} | {values["Invocations"]:N0} |");
    }

    private static IEnumerable<string> Metrics(string line)
    {
        using var document = JsonDocument.Parse(line);
        var directive = document.RootElement.GetProperty("_aws").GetProperty("CloudWatchMetrics")[0];
        var sets = string.Join("; ", directive.GetProperty("Dimensions").EnumerateArray().Select(set => string.Join(", ", set.EnumerateArray().Select(name => $"`{name.GetString()}`"))));
        return [.. directive.GetProperty("Metrics").EnumerateArray().Select(metric => $"{metric.GetProperty("Name").GetString()} {metric.GetProperty("Unit").GetString()} {sets}")];
    }

    private static List<string> MetricRows()
    {
        var rows = Section(Operations, "| metric |").Select(row => row.Split('|', StringSplitOptions.TrimEntries)).ToList();
        return [.. rows.Select(row => $"{row[1].Trim('`')} {row[2]} {(row[3] == "the same" ? rows[0][3] : row[3])}")];
    }

    // The lines after the one that begins so, up to the next empty line, or the next heading after a heading.
    private static IEnumerable<string> Section(string page, string start)
    {
        var rest = page[page.IndexOf(start, StringComparison.Ordinal)..].Split('\n').Skip(1);
        return start.StartsWith('#') ? rest.TakeWhile(line => !line.StartsWith("## ", StringComparison.Ordinal)) : rest.TakeWhile(line => line.Length > 0).Where(line => !line.StartsWith("|---", StringComparison.Ordinal));
    }

    [GeneratedRegex("`(?<text>[^`]+)`", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Code();

    [GeneratedRegex("\"error\": \"(?<name>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ErrorMember();
}
