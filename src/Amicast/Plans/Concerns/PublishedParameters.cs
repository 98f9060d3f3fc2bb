using Amazon.SimpleSystemsManagement;
using Amicast.Aws;

namespace Amicast.Plans.Concerns;

/// <summary>The SSM parameters that get the images' ids: what they are before, which is written into the plan.</summary>
internal sealed class PublishedParameters(PlanScope scope) : PlanConcern
{
    private Dictionary<string, PlannedParameter> _before = [];

    internal override async Task LookAsync(CancellationToken cancellation) => _before = await scope.EachRegionAsync(
        region => region.Wanted.LaunchTemplate is { Parameter: { } name } template && scope.Deployment.AllowsParameter(name)
            ? LookAsync(region, name, $"{template.Path}.parameter", cancellation)
            : Task.FromResult<PlannedParameter?>(null));

    internal override PlannedDestination Complete(PlannedDestination planned, PlanRegion region) => planned.Publication is { } publication
        ? planned with { Publication = publication with { ParameterBefore = _before.GetValueOrDefault(region.Name) } }
        : planned;

    private async Task<PlannedParameter?> LookAsync(PlanRegion region, string name, string path, CancellationToken cancellation)
    {
        if (await StoredParameter.FindAsync(scope.Aws.Ssm(region.Name), name, cancellation) is not { } found)
        {
            return null;
        }

        if (found.Type != ParameterType.String)
        {
            region.Findings.Refuse(path, "WrongParameterType", $"'{name}' in {region.Name} is a {found.Type?.Value}", "an image's id stands in a parameter of type String: name another one");
        }

        return new PlannedParameter(found.Value, found.Version ?? 0, found.DataType ?? "text");
    }
}
