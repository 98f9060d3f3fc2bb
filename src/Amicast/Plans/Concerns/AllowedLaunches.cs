using Amicast.Requests;

namespace Amicast.Plans.Concerns;

/// <summary>Whether this deployment allows launches that the request describes by itself, and the SSM parameters that it names.</summary>
internal sealed class AllowedLaunches(PlanScope scope) : PlanConcern
{
    internal override Task LookAsync(CancellationToken cancellation)
    {
        foreach (var launch in scope.Request.Destinations.Select(d => d.Launch).OfType<RequestLaunch>().DistinctBy(launch => launch.Path))
        {
            Check(launch);
        }

        foreach (var template in scope.Request.Destinations.Select(d => d.LaunchTemplate).OfType<RequestLaunchTemplate>().DistinctBy(template => template.Path))
        {
            Check(template);
        }

        return Task.CompletedTask;
    }

    private void Check(RequestLaunch launch)
    {
        if (launch.IsDescribed && !scope.Deployment.AllowLaunchWithoutTemplate)
        {
            scope.Findings.Refuse(launch.DescriptionPath, "LaunchWithoutTemplateNotAllowed", "this deployment launches from launch templates alone",
                "name a launch template, or have the deployment allow launches without one");
        }
    }

    private void Check(RequestLaunchTemplate template)
    {
        if (template.Parameter is { } name && !scope.Deployment.AllowsParameter(name))
        {
            scope.Findings.Refuse($"{template.Path}.parameter", "ParameterNotAllowed", $"this deployment does not allow the parameter '{name}'",
                $"name one under {scope.Deployment.ParameterPath}, or have the deployment allow it");
        }
    }
}
