using Amicast.Aws;
using Amicast.Errors;
using Amicast.Plans;
using Amicast.Reports;

namespace Amicast.Steps;

/// <summary>What became of the source instance, as it is at the end.</summary>
internal static class SourceSummary
{
    internal static async Task<ReportedSource?> OfAsync(AwsClients aws, Plan plan, RunRecord state, TimeProvider time, CancellationToken cancellation)
    {
        if (plan.Source is not { InstanceId: { } id } source || (source.Beforehand is null && source.Afterwards is null))
        {
            return null;
        }

        var kept = source.Afterwards is null ? null : state.Retired is null && state.Regions is null ? "the run failed before there were Regions" : state.Retired?.Kept;
        return new ReportedSource(id, await LookAsync(new SourceInstance(aws, source, time), cancellation), kept);
    }

    private static async Task<string?> LookAsync(SourceInstance source, CancellationToken cancellation)
    {
        try
        {
            return await source.LookAsync(cancellation);
        }
        catch (AmicastException)
        {
            // A Region that cannot be looked at does not fail the report.
            return null;
        }
    }
}
