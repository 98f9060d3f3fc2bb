using System.Reflection;
using System.Text.RegularExpressions;
using Amicast.StatesLanguage.Data;
using Amicast.StatesLanguage.Data.Intrinsics;
using Amicast.StatesLanguage.Data.Paths.Filters;
using Amicast.StatesLanguage.Definition;
using Amicast.StatesLanguage.History;
using Amicast.StatesLanguage.Protocol;
using Amicast.StatesLanguage.States.Conditions;
using Amicast.StatesLanguage.Validation;
using Amicast.Tests;

namespace Amicast.StatesLanguage.Tests;

/// <summary>Holds docs/states-language.md against the code.</summary>
public sealed partial class DocumentationTests
{
    private static readonly string Page = Repository.Read("docs/states-language.md");

    /// <summary>The least of each state, with what makes the reader ask for all its fields.</summary>
    public static TheoryData<string, string> States => new()
    {
        { "`Pass`", """{"Type":"Pass","End":true}""" },
        { "`Task`", """{"Type":"Task","Resource":"arn:aws:lambda:us-east-1:123456789012:function:f","End":true}""" },
        { "`Choice`", """{"Type":"Choice","Choices":[{"Variable":"$","IsNull":true,"Next":"S"}]}""" },
        { "`Wait`", """{"Type":"Wait","Seconds":1,"End":true}""" },
        { "`Succeed`", """{"Type":"Succeed"}""" },
        { "`Fail`", """{"Type":"Fail"}""" },
        { "`Parallel`", """{"Type":"Parallel","Branches":[{"StartAt":"I","States":{"I":{"Type":"Succeed"} } }],"End":true}""" },
        { "`Map`", """{"Type":"Map","ItemProcessor":{"StartAt":"I","States":{"I":{"Type":"Succeed"} } },"End":true}""" },
        { "`Map`, distributed", """{"Type":"Map","ItemProcessor":{"ProcessorConfig":{"Mode":"DISTRIBUTED","ExecutionType":"STANDARD"},"StartAt":"I","States":{"I":{"Type":"Succeed"} } },"End":true}""" },
    };

    [Theory]
    [MemberData(nameof(States))]
    public void Fields_of_a_state_are_those_of_the_page(string row, string state)
    {
        var documented = Codes(RowOf("States and fields", row)).Where(code => code != "Map");
        if (row.EndsWith("distributed", StringComparison.Ordinal))
        {
            documented = documented.Concat(Codes(RowOf("States and fields", "`Map`")).Where(code => code != "Map"));
        }

        var asked = FieldsOf(state);
        var refused = asked.Where(field => ProblemsWith(state, field).Contains("NOT_SUPPORTED")).ToList();
        Assert.Equal(asked.Except(refused).Order(StringComparer.Ordinal), documented.Where(code => row.Trim('`') != code).Distinct().Order(StringComparer.Ordinal));
        Assert.All(refused, field => Assert.Contains($"`{field}`", SectionOf("States and fields"), StringComparison.Ordinal));
    }

    [Fact]
    public void What_the_page_refuses_is_refused()
    {
        var rows = SectionOf("States and fields").Split('\n').SkipWhile(line => !line.StartsWith("| refused", StringComparison.Ordinal)).Skip(2).TakeWhile(line => line.StartsWith('|'));
        string[] values = ["JSONata", "EXPRESS"];
        var refused = rows.SelectMany(row => Codes(row.Split('|')[1])).Except(values).Except(["QueryLanguage", "ExecutionType"]).ToList();
        string[] known = [.. States.SelectMany(row => FieldsOf(row.Data.Item2).Where(field => ProblemsWith(row.Data.Item2, field).Contains("NOT_SUPPORTED"))).Distinct()];
        Assert.Equal(known.Order(StringComparer.Ordinal), refused.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Choice_operators_are_those_of_the_page() => AssertSame(ComparisonOperator.All.Select(one => one.Name), Rows("Choice operators"));

    [Fact]
    public void Intrinsic_functions_are_those_of_the_page() =>
        AssertSame(IntrinsicFunction.All.Keys, Rows("Intrinsic functions").Where(code => code.StartsWith("States.", StringComparison.Ordinal)));

    [Fact]
    public void Filter_operators_are_those_of_the_page()
    {
        AssertSame(FilterOperator.All.Select(one => one.Name), Codes(RowOf("Paths", "run, as Jayway JsonPath compares")));
        AssertSame(FilterOperator.Refused, Codes(RowOf("Paths", "refused")));
    }

    [Fact]
    public void Integrations_and_their_parameters_are_those_of_the_page()
    {
        AssertSame(TaskIntegration.All.Select(one => "arn:aws:" + one.Name), Rows("Task integrations").Where(code => code.StartsWith("arn:", StringComparison.Ordinal)));
        Assert.All(TaskIntegration.All, one =>
        {
            var (required, optional, refused) = IntegrationReader.FieldsOf(one);
            var cells = RowOf("Task integrations", $"`arn:aws:{one.Name}`").Split('|');
            AssertSame([required, .. optional], Codes(cells[2]));
            AssertSame(refused, Codes(cells[3]));
        });
    }

    [Fact]
    public void Error_names_and_what_catches_them_are_those_of_the_page()
    {
        AssertSame(ErrorNames.Reported, Rows("Errors").Where(code => RowOf("Errors", $"`{code}`").Length > 0).Distinct());
        Assert.All(ErrorNames.Reported.Where(name => name != ErrorNames.Runtime), name =>
        {
            var catchers = Codes(RowOf("Errors", $"`{name}`").Split('|')[3]).Append(name);
            AssertSame(((string[])[ErrorNames.All, .. ErrorNames.Reported]).Where(one => new ErrorNameSet([one]).Contains(name)), catchers.Distinct());
        });
        AssertSame(ErrorNames.NeverReported, Codes(Between("Accepted in `ErrorEquals`, and never reported:", "Any other name")));
    }

    [Fact]
    public void Event_types_are_those_of_the_page() => AssertSame(
        typeof(EventTypes).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetRawConstantValue()!),
        Codes(Between("Beside the events that begin", "## Operations")).Where(code => !code.StartsWith('…')));

    [Fact]
    public void Codes_of_problems_are_those_of_the_page() => AssertSame(
        typeof(ProblemCodes).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetRawConstantValue()!),
        Codes(Between("The codes of problems are AWS's:", "- ")).Where(code => !code.Any(char.IsAsciiLetterLower)));

    [Fact]
    public void Operations_are_those_of_the_page()
    {
        AssertSame(Operations.All.Keys, SectionOf("Operations").Split('\n').Where(line => line.StartsWith("| `", StringComparison.Ordinal)).Select(line => Codes(line).First()));
        AssertSame(UnsupportedFields.Names, Codes(Between("Refused, unless they ask for nothing:", "Versions, aliases")));
    }

    private static void AssertSame(IEnumerable<string> code, IEnumerable<string> page) =>
        Assert.Equal(code.Order(StringComparer.Ordinal), page.Order(StringComparer.Ordinal));

    /// <summary>The fields that the reader asks for.</summary>
    private static List<string> FieldsOf(string state)
    {
        var problems = new Problems();
        var fields = FieldReader.Of(JsonParser.Parse(state), Location.Root, problems)!;
        _ = new StateReader(new WorkflowReader()).Read("S", fields);
        Assert.Empty(problems.Found);
        return [.. fields.Taken];
    }

    /// <summary>The codes of the problems with a field, if it is given.</summary>
    private static List<string> ProblemsWith(string state, string field)
    {
        var given = ((JsonObject)JsonParser.Parse(state)).With(field, JsonObject.Empty);
        var problems = new Problems();
        _ = new StateReader(new WorkflowReader()).Read("S", FieldReader.Of(given, Location.Root, problems)!);
        return [.. problems.Found.Where(problem => problem.Path == "$." + field).Select(problem => problem.Code)];
    }

    private static string SectionOf(string heading) => Page.Split("\n## ").Single(section => section.StartsWith(heading + "\n", StringComparison.Ordinal));

    private static string Between(string start, string end) => Page[Page.IndexOf(start, StringComparison.Ordinal)..].Split(end)[0][start.Length..];

    /// <summary>The row whose first cell is this, without it; nothing where there is none.</summary>
    private static string RowOf(string heading, string first) =>
        SectionOf(heading).Split('\n').FirstOrDefault(line => line.StartsWith($"| {first} |", StringComparison.Ordinal)) ?? "";

    private static IEnumerable<string> Rows(string heading) => Codes(string.Join('\n', SectionOf(heading).Split('\n').Where(line => line.StartsWith('|'))));

    private static IEnumerable<string> Codes(string text) => Code().Matches(text).Select(code => code.Groups["text"].Value);

    [GeneratedRegex("`(?<text>[^`]+)`", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Code();
}
