using Amicast.Simulator.Faults;
using Amicast.Tests;

namespace Amicast.WorkflowTests.Announcements;

/// <summary>The metrics that Announce writes of whole runs.</summary>
public sealed class RunMetricsTests
{
    [Theory]
    [InlineData("succeeded", null)]
    [InlineData("failed", FaultKind.ImageFails)]
    public void A_run_writes_these_documents_of_the_embedded_metric_format(string name, FaultKind? fault)
    {
        var rehearsal = new AnnouncedRehearsal(fault is { } kind ? new FaultPlan([new FaultRule(kind) { Operation = "CopyImage" }]) : null);

        rehearsal.Run();

        var lines = rehearsal.Metrics.Select(document => document.ToJson()).ToList();
        Assert.All(lines, line => Assert.Empty(EmbeddedMetricFormat.Problems(line)));
        Approved.Check($"metrics-{name}.txt", string.Join('\n', lines) + "\n");
    }

    [Fact]
    public void A_stop_counts_as_Aborted_whatever_its_error_is_named()
    {
        var rehearsal = new AnnouncedRehearsal();

        rehearsal.Run(stopAfter: TimeSpan.FromMinutes(1));

        Assert.Equal(("Error", "Aborted"), (rehearsal.Metrics[^1].Dimensions[1].Key, rehearsal.Metrics[^1].Dimensions[1].Value));
    }
}
