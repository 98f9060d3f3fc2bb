using System.Text.Json;
using Amicast.Tests;

namespace Amicast.WorkflowTests.Templates;

/// <summary>Launch templates: launched from their base version, published when the image is verified.</summary>
public sealed class PublishingTests
{
    private static readonly AmicastJson Indented = new(new JsonSerializerOptions(AmicastJson.Default.Options) { WriteIndented = true });

    [Theory]
    [InlineData("publish-template")]
    [InlineData("create-template")]
    [InlineData("template-from-instance")]
    public void The_example_leaves_these_templates_and_parameters_and_gives_this_report(string example)
    {
        var rehearsal = new Rehearsal();

        var report = rehearsal.Report(Repository.Read($"examples/{example}.json"));

        Approved.Check($"{example}.txt", $"{JsonSerializer.Serialize(report, Indented.Report)}\n{TemplatesThere.Shown(rehearsal)}");
    }
}
