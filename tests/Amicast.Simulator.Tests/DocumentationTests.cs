using System.Net;
using System.Text.RegularExpressions;
using Amicast.Simulator.Documents;
using Amicast.Simulator.Ec2;
using Amicast.Simulator.Events;
using Amicast.Simulator.Faults;
using Amicast.Simulator.Iam.Authorization;
using Amicast.Tests;

namespace Amicast.Simulator.Tests;

/// <summary>Holds docs/ec2-simulator.md against the code.</summary>
public sealed partial class DocumentationTests
{
    private static readonly string Page = Repository.Read("docs/ec2-simulator.md");

    public static TheoryData<string, string> Filters => [.. Rows().SelectMany(row => row.Filters.Select(filter => (row.Operation, filter)))];

    [Fact]
    public void The_page_lists_every_EC2_operation_and_no_other() => Assert.Equal(
        Operations.ByName.Keys.Order(StringComparer.Ordinal),
        Rows().Select(row => row.Operation).Order(StringComparer.Ordinal));

    [Fact]
    public void The_page_lists_every_filter_of_every_operation_and_no_other() => Assert.Equal(
        Operations.ByName.Values.SelectMany(operation => operation.FilterNames.Select(filter => $"{operation.Name} {filter}")).Order(StringComparer.Ordinal),
        Rows().SelectMany(row => row.Filters.Select(filter => $"{row.Operation} {filter}")).Order(StringComparer.Ordinal));

    [Fact]
    public void A_filter_that_the_page_says_is_refused_is_refused_by_name()
    {
        var refused = RefusedFilters().Matches(Page)
            .SelectMany(row => Code().Matches(row.Groups["filters"].Value).Select(code => (Operation: row.Groups["operation"].Value, Filter: code.Groups["text"].Value)))
            .ToList();

        Assert.Equal(Operations.ByName.Values.Sum(operation => operation.RefusedFilterNames.Count()), refused.Count);
        Assert.All(refused, one => Assert.Contains(
            $"<Code>UnsupportedOperation</Code><Message>The simulated account does not support the filter '{one.Filter.Replace('*', 'x')}'.</Message>",
            Answer("ec2", null, $"Action={one.Operation}&Version=2016-11-15&Filter.1.Name={one.Filter.Replace('*', 'x')}&Filter.1.Value.1=*&LaunchTemplateVersion.1=$Latest").Text,
            StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Filters))]
    public void A_filter_that_the_page_names_is_one_that_the_operation_takes(string operation, string filter) => Assert.Equal(
        HttpStatusCode.OK,
        Send("ec2", null, $"Action={operation}&Version=2016-11-15&Filter.1.Name={filter}&Filter.1.Value.1=*&LaunchTemplateVersion.1=$Latest"));

    [Fact]
    public void Every_operation_of_another_service_that_the_page_names_is_known()
    {
        var named = ServiceRow().Matches(Page).Select(row => (Service: row.Groups["service"].Value, Operation: row.Groups["operation"].Value)).ToList();

        Assert.Equal(8, named.Count);
        Assert.All(named, one => Assert.DoesNotMatch("UnknownOperation|InvalidAction", Text(one.Service, one.Operation)));
    }

    [Fact]
    public void The_page_lists_every_kind_of_fault_with_its_own_properties_and_their_defaults() => Assert.Equal(
        Enum.GetValues<FaultKind>().Select(kind => $"{FaultPlanReader.NameOf(kind)}: {string.Join(", ", FaultProperties.Of(kind).Select(name => $"`{name}` ({Default(kind, name)})"))}")
            .Order(StringComparer.Ordinal),
        FaultRow().Matches(Page).Select(row => $"{row.Groups["kind"].Value}: {row.Groups["own"].Value.Trim()}").Order(StringComparer.Ordinal));

    [Fact]
    public void The_page_lists_the_properties_that_every_fault_takes()
    {
        var error = Assert.Throws<InvalidDocumentException>(() => FaultPlan.Parse("""{"faults":[{"kind":"throttle","x":1}]}"""));

        Assert.Equal(
            $"Known are: {string.Join(", ", Section("Every rule takes:", "| kind |").Select(row => Code().Match(row).Groups["text"].Value))}.",
            error.Problems.Single().Remedy);
    }

    [Fact]
    public void The_page_lists_every_code_of_the_fault_error() => Assert.Equal(
        PassingErrors.Codes,
        Code().Matches(Page[Page.IndexOf("`code` is one of", StringComparison.Ordinal)..].Split("; each")[0]).Skip(1).Select(code => code.Groups["text"].Value));

    [Fact]
    public void The_fault_plan_on_the_page_is_one() => Assert.Equal(
        3, FaultPlan.Parse(Page[Page.IndexOf("{ \"faults\"", StringComparison.Ordinal)..].Split("```")[0]).Rules.Count);

    [Fact]
    public void The_page_lists_every_detail_type_of_events() => Assert.Equal(
        DetailTypes.All,
        Page[Page.IndexOf("| detail-type |", StringComparison.Ordinal)..].Split("\n\n")[0].Split('\n').Skip(2).Select(row => row.Split('|')[1].Trim()));

    [Fact]
    public void The_page_lists_what_operations_authorise_beside_their_own_action() => Assert.Equal(
        AuthorizationRules.All.Values.Where(rule => rule.Besides.Count > 0)
            .OrderBy(rule => rule.Operation, StringComparer.Ordinal)
            .Select(rule => $"| `{rule.Operation}` | {string.Join(", ", rule.Besides.Select(action => $"`{action}`"))} |"),
        Section("| operation | actions beside its own |", "- **Tags at creation**"));

    private static string Default(FaultKind kind, string property)
    {
        var rule = new FaultRule(kind);
        return property switch
        {
            "code" => "must be said",
            "delaySeconds" => $"{rule.Delay.TotalSeconds}",
            "factor" => $"{rule.Factor}",
            "percent" => $"{rule.Percent}",
            "room" => $"{rule.Room}",
            "outcome" => rule.Impaired ? "impaired" : "terminated",
            "detailType" => $"`{rule.DetailType}`",
            _ => "1 to 60, drawn",
        };
    }

    /// <summary>The rows of the table between two places of the page.</summary>
    private static IEnumerable<string> Section(string from, string to)
    {
        var start = Page.IndexOf(from, StringComparison.Ordinal);
        return Page[start..Page.IndexOf(to, start, StringComparison.Ordinal)].Split('\n').Where(line => line.StartsWith("| `", StringComparison.Ordinal));
    }

    private static IEnumerable<(string Operation, IReadOnlyList<string> Filters)> Rows() => OperationRow().Matches(Page).Select(row =>
        (row.Groups["operation"].Value, (IReadOnlyList<string>)[.. Code().Matches(row.Groups["filters"].Value).Select(code => code.Groups["text"].Value)]));

    private static HttpStatusCode Send(string service, string? target, string body) => Answer(service, target, body).Status;

    private static string Text(string service, string operation) =>
        (service == "sts" ? Answer(service, null, $"Action={operation}") : Answer(service, $"X.{operation}", "{}")).Text;

    private static (HttpStatusCode Status, string Text) Answer(string service, string? target, string body)
    {
        var world = new World();
        using var invoker = new HttpMessageInvoker(world.Cloud.CreateHandler());
        using var request = new HttpRequestMessage(HttpMethod.Post, "http://aws.local/") { Content = new StringContent(body) };
        request.Headers.TryAddWithoutValidation(
            "Authorization", $"AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20261122/us-east-1/{service}/aws4_request, SignedHeaders=host;x-amz-date, Signature=00");
        if (target is not null)
        {
            request.Headers.TryAddWithoutValidation("X-Amz-Target", target);
        }

        return world.Clock.Run(async () =>
        {
            using var response = await invoker.SendAsync(request, CancellationToken.None);
            return (response.StatusCode, await response.Content.ReadAsStringAsync());
        });
    }

    [GeneratedRegex(@"^\| `(?<operation>[A-Z]\w+)` \| (?<filters>[^|]*)\|", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex OperationRow();

    [GeneratedRegex(@"^\| `(?<kind>[a-z]\w+)` \| (?<own>(`\w+` \([^)]*\)[, ]*)*) ?\|", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex FaultRow();

    [GeneratedRegex(@"^\| (?<service>kms|ssm|events|sts) `(?<operation>\w+)` \|", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ServiceRow();

    [GeneratedRegex(@"^- `(?<operation>Describe\w+)`: (?<filters>.*)$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex RefusedFilters();

    [GeneratedRegex("`(?<text>[^`]+)`", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Code();
}
