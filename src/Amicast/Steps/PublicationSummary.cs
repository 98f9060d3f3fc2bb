using Amicast.Aws;
using Amicast.Errors;
using Amicast.Plans;
using Amicast.Reports;

namespace Amicast.Steps;

/// <summary>Completes the report where PublishTemplate has failed: it may have made the version, or moved the default, before it did.</summary>
internal static class PublicationSummary
{
    internal static async Task<IReadOnlyList<RegionReport>> CompleteAsync(AwsClients aws, RunRecord state, IReadOnlyList<RegionReport> reports, CancellationToken cancellation) =>
        await Task.WhenAll(reports.Select(report => CompleteOneAsync(aws, state, report, cancellation)));

    private static async Task<RegionReport> CompleteOneAsync(AwsClients aws, RunRecord state, RegionReport report, CancellationToken cancellation)
    {
        if (state.Plan is not { } plan || report is not { Failure.Step: PublishTemplateStep.StepName, Template: { Published: null } template })
        {
            return report;
        }

        try
        {
            var record = state.Regions!.First(r => r.Region == report.Region);
            return report with { Template = template with { Published = await PublishTemplateStep.LookAsync(aws, ToInput(plan, state, record), cancellation) } };
        }
        catch (AmicastException trouble)
        {
            return report with { Unseen = report.Unseen ?? trouble.Message };
        }
    }

    private static RegionInput ToInput(Plan plan, RunRecord state, RegionRecord record) => new(
        plan.Run,
        plan.Deadline,
        plan.Source,
        state.Image!,
        plan.Share,
        plan.Launch,
        plan.Destinations.First(d => d.Region == record.Region),
        record,
        LaunchTemplate: plan.LaunchTemplate);
}
