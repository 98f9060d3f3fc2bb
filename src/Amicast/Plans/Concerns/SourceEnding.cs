using Amazon.EC2;
using Amazon.EC2.Model;
using Amicast.Errors;
using Amicast.Requests;

namespace Amicast.Plans.Concerns;

/// <summary>Whether the source instance can be stopped or terminated, where the request asks for it, and whether the deployment allows it.</summary>
internal sealed class SourceEnding(PlanScope scope, SourceConcern source) : PlanConcern
{
    private const string GroupTag = "aws:autoscaling:groupName";

    private RequestSource Asked => scope.Request.Source;

    private bool Terminates => Asked.Afterwards == SourceAfterwards.Terminate;

    private bool Ends => Asked.InstanceId is not null && (Asked.Beforehand == SourceBeforehand.Stop || Asked.Afterwards != SourceAfterwards.Keep);

    private string BeforehandPath => $"{Asked.Path}.beforehand";

    private string AfterwardsPath => $"{Asked.Path}.afterwards";

    /// <summary>The places of the request that ask for a stop.</summary>
    private IEnumerable<string> Stops =>
    [
        .. Asked.Beforehand == SourceBeforehand.Stop ? [BeforehandPath] : Array.Empty<string>(),
        .. Asked.Afterwards == SourceAfterwards.Stop ? [AfterwardsPath] : Array.Empty<string>(),
    ];

    internal override async Task LookAsync(CancellationToken cancellation)
    {
        if (!Ends || !scope.SourceIsUsable)
        {
            return;
        }

        CheckAllowed();
        await Task.WhenAll(CheckStopProtectionAsync(cancellation), CheckTerminationProtectionAsync(cancellation));
    }

    internal override Task LookFurtherAsync(CancellationToken cancellation)
    {
        if (Ends && source.Facts?.Instance is { } instance)
        {
            CheckGroup(instance);
            CheckSpot(instance);
            TellChanges(instance);
            if (Asked is { Beforehand: SourceBeforehand.Stop, Afterwards: SourceAfterwards.Keep } && instance.State?.Name?.Value == "running")
            {
                scope.Findings.Warn(BeforehandPath, "StaysStopped", $"{instance.InstanceId} is stopped before its image is made, and nothing starts it again");
            }
        }

        return Task.CompletedTask;
    }

    internal override Plan Complete(Plan plan) => !Ends ? plan : plan with
    {
        Source = plan.Source with
        {
            Beforehand = Asked.Beforehand == SourceBeforehand.None ? null : Asked.Beforehand,
            Afterwards = Asked.Afterwards == SourceAfterwards.Keep ? null : Asked.Afterwards,
            StateBefore = source.Facts?.Instance?.State?.Name?.Value,
        },
    };

    private void TellChanges(Instance instance)
    {
        if (Asked.Beforehand == SourceBeforehand.Stop && instance.State?.Name?.Value != "stopped")
        {
            scope.Findings.Change($"{instance.InstanceId} is stopped before its image is made");
        }

        if (Asked.Afterwards != SourceAfterwards.Keep)
        {
            scope.Findings.Change($"{instance.InstanceId} is {(Terminates ? "terminated" : "stopped")} when every destination was verified");
        }
    }

    private void CheckAllowed()
    {
        foreach (var path in Stops.Where(_ => !scope.Deployment.AllowSourceStop))
        {
            scope.Findings.Refuse(path, "SourceStopNotAllowed", "this deployment does not allow stopping a source", "leave it out, or have the deployment allow it");
        }

        if (Terminates && !scope.Deployment.AllowSourceTerminate)
        {
            scope.Findings.Refuse(AfterwardsPath, "SourceTerminateNotAllowed", "this deployment does not allow terminating a source", "leave it out, or have the deployment allow it");
        }
    }

    private async Task CheckStopProtectionAsync(CancellationToken cancellation)
    {
        if (Stops.Any() && (await AttributeAsync(InstanceAttributeName.DisableApiStop, cancellation))?.DisableApiStop == true)
        {
            foreach (var path in Stops)
            {
                scope.Findings.Refuse(path, "StopProtected", $"{Asked.InstanceId} is protected against being stopped (disableApiStop)", "take the protection off, or leave it out");
            }
        }
    }

    private async Task CheckTerminationProtectionAsync(CancellationToken cancellation)
    {
        if (Terminates && (await AttributeAsync(InstanceAttributeName.DisableApiTermination, cancellation))?.DisableApiTermination == true)
        {
            scope.Findings.Refuse(AfterwardsPath, "TerminationProtected", $"{Asked.InstanceId} is protected against termination (disableApiTermination)", "take the protection off, or keep the source");
        }
    }

    private async Task<InstanceAttribute?> AttributeAsync(InstanceAttributeName name, CancellationToken cancellation)
    {
        InstanceAttribute? attribute = null;
        await scope.Findings.TryAsync(Asked.Path, $"{name} of {Asked.InstanceId}", async () =>
        {
            try
            {
                var ask = new DescribeInstanceAttributeRequest { InstanceId = Asked.InstanceId, Attribute = name };
                attribute = (await scope.Aws.Ec2(Asked.Region).DescribeInstanceAttributeAsync(ask, cancellation)).InstanceAttribute;
            }
            catch (NotVisibleYetException)
            {
                // That the instance is not there is the source's own concern.
            }
        });
        return attribute;
    }

    private void CheckGroup(Instance instance)
    {
        if (instance.Tags?.FirstOrDefault(tag => tag.Key == GroupTag)?.Value is { } group)
        {
            var path = Stops.FirstOrDefault() ?? AfterwardsPath;
            scope.Findings.Refuse(path, "InAutoScalingGroup", $"{instance.InstanceId} is in the Auto Scaling group '{group}', which would replace it", "detach it from the group first, or leave it out");
        }
    }

    // A Spot Instance of a persistent request can be stopped, one of a one-time request (the usual) cannot; the instance does not tell which it is.
    private void CheckSpot(Instance instance)
    {
        foreach (var path in Stops.Where(_ => instance.InstanceLifecycle?.Value == "spot"))
        {
            scope.Findings.Refuse(path, "SpotInstance", $"{instance.InstanceId} is a Spot Instance, which a one-time request does not let stop", "leave it out, or stop it yourself before the run");
        }
    }
}
