using System.Text.RegularExpressions;
using Amicast.Simulator.Faults;
using Amicast.Tests;

namespace Amicast.Cli.Tests;

/// <summary>What the documents show is what the program does.</summary>
public sealed partial class DocsTests
{
    [Fact]
    public void The_README_shows_what_the_main_job_prints()
    {
        var printed = Repository.Read("tests/Amicast.Cli.Tests/Approved/move-instance.txt");

        Assert.Contains($"```\n{printed}```\n", Repository.Read("README.md"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_README_shows_the_plan_of_the_main_job() =>
        Assert.Contains($"```\n{Repository.Read("tests/Amicast.Cli.Tests/Approved/plan-move-instance.txt")}```\n", Repository.Read("README.md"), StringComparison.Ordinal);

    [Fact]
    public void The_README_shows_what_serve_and_the_AWS_CLI_print()
    {
        var readme = Repository.Read("README.md");
        var greeting = Repository.Read("tests/Amicast.Cli.Tests/Approved/serve.txt")
            .Replace("URL=URL", "URL=http://127.0.0.1:4580", StringComparison.Ordinal)
            .Replace("is at URL", "is at http://127.0.0.1:4580", StringComparison.Ordinal)
            .Replace("URL/distributions", "http://127.0.0.1:4580/distributions", StringComparison.Ordinal)
            .Replace(" 60 virtual", " 3600 virtual", StringComparison.Ordinal);

        Assert.Contains($"```console\n$ dotnet run --project src/Amicast.Cli -- serve --speed 3600\n{greeting}```\n", readme, StringComparison.Ordinal);
        Assert.Contains($"```console\n{Repository.Read("tests/Amicast.Cli.Tests/Approved/aws-cli.txt")}```\n", readme, StringComparison.Ordinal);
    }

    [Fact]
    public void The_README_shows_the_request_of_the_main_job() =>
        Assert.Contains($"```json\n{Repository.Read("examples/move-instance.json")}```\n", Repository.Read("README.md"), StringComparison.Ordinal);

    [Fact]
    public void The_runs_page_shows_what_the_commands_print() =>
        Assert.Contains($"```console\n{Repository.Read("tests/Amicast.Cli.Tests/Approved/deployed-commands.txt")}```\n", Repository.Read("docs/runs.md"), StringComparison.Ordinal);

    [Fact]
    public void Every_file_that_a_document_links_to_is_there()
    {
        var documents = Directory.EnumerateFiles(Repository.PathOf("docs"), "*.md").Append(Repository.PathOf("README.md"));

        var broken = documents.SelectMany(document => Link().Matches(File.ReadAllText(document))
            .Select(link => Path.Combine(Path.GetDirectoryName(document)!, link.Groups["path"].Value))
            .Where(path => !Path.Exists(path)));

        Assert.Empty(broken);
    }

    [Fact]
    public void The_supported_page_names_every_kind_of_fault()
    {
        var page = Repository.Read("docs/supported.md");

        Assert.DoesNotContain(Enum.GetNames<FaultKind>(), kind => !page.Contains($"`{char.ToLowerInvariant(kind[0])}{kind[1..]}`", StringComparison.Ordinal));
    }

    [Fact]
    public void The_request_page_lists_every_example_of_a_request()
    {
        var page = Repository.Read("docs/request.md");

        Assert.All(
            Directory.EnumerateFiles(Repository.PathOf("examples"), "*.json").Where(file => File.ReadAllText(file).Contains("\"source\"", StringComparison.Ordinal)),
            file => Assert.Contains($"(../examples/{Path.GetFileName(file)}) |", page, StringComparison.Ordinal));
    }

    [GeneratedRegex(@"\]\((?<path>[A-Za-z][^):#]*)\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Link();
}
