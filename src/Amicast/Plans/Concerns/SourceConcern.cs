using Amazon.EC2.Model;
using Amicast.Requests;
using Amicast.Steps;

namespace Amicast.Plans.Concerns;

/// <summary>The instance or image that the run starts from: it is there, and in a state that can be imaged or copied.</summary>
internal sealed class SourceConcern(PlanScope scope) : PlanConcern
{
    private static readonly string[] ImageableStates = ["running", "stopped"];

    /// <summary>What is known of the source, from round 2 on; <see langword="null"/> where it is not there. That is noted then.</summary>
    internal SourceFacts? Facts { get; private set; }

    internal override async Task LookAsync(CancellationToken cancellation)
    {
        if (scope.SourceIsUsable)
        {
            Facts = scope.Request.Source switch
            {
                { InstanceId: { } id } => await LookAtInstanceAsync(id, cancellation),
                { ImageId: { } id } => await LookAtImageAsync(id, cancellation),
                _ => null,
            };
        }
    }

    private async Task<SourceFacts?> LookAtInstanceAsync(string id, CancellationToken cancellation)
    {
        // By filter: an id that is not there is then an empty answer, not an error that may mean "not yet".
        var source = scope.Request.Source;
        var ask = new DescribeInstancesRequest { Filters = [new Filter("instance-id", [id])] };
        var path = $"{source.Path}.instanceId";
        var volumes = VolumesAsync(id, path, cancellation);
        var described = scope.Aws.Ec2(source.Region).DescribeInstancesAsync(ask, cancellation);
        await Task.WhenAll(volumes, described);
        var answer = await described;
        var found = answer.Reservations?.SelectMany(r => r.Instances ?? []).FirstOrDefault();
        if (scope.Earlier?.Plan is not null && (found is null || !IsFit(found)) && await LookAtRunsImageAsync(cancellation) is { } own)
        {
            return new SourceFacts { Image = own };
        }

        if (found is not { } instance)
        {
            scope.Findings.Refuse(path, "UnknownInstance", $"there is no instance '{id}' in {source.Region}", "check the id and the source Region");
            return null;
        }

        if (!IsFit(instance))
        {
            scope.Findings.Refuse(path, "WrongInstanceState", $"the instance is {instance.State.Name.Value}", "EC2 images instances that are running or stopped");
        }

        if (instance.RootDeviceType?.Value == "instance-store")
        {
            scope.Findings.Refuse(path, "InstanceStoreBacked", "the instance's root device is an instance store", "EC2 images only instances with an EBS root volume");
        }

        return new SourceFacts { Instance = instance, Volumes = await volumes };
    }

    // An earlier execution of the run may have been ended while it stopped the source: this one waits for it.
    private bool IsFit(Instance instance) => ImageableStates.Contains(instance.State.Name.Value)
        || (scope.Earlier?.Plan?.Source.Beforehand == SourceBeforehand.Stop && instance.State.Name.Value is "stopping" or "pending");

    // The run itself may have given the source up: its image is all that a later execution needs.
    private async Task<Image?> LookAtRunsImageAsync(CancellationToken cancellation)
    {
        var ec2 = scope.Aws.Ec2(scope.Request.Source.Region);
        return (await RunImages.LookAsync(ec2, scope.Run, CreateImageStep.StepName, cancellation)).Existing ?? (await RunImages.LookAsync(ec2, scope.Run, CopyImageStep.StepName, cancellation)).Existing;
    }

    private async Task<IReadOnlyList<Volume>> VolumesAsync(string id, string path, CancellationToken cancellation)
    {
        IReadOnlyList<Volume> volumes = [];
        await scope.Findings.TryAsync(path, "the sizes of the instance's volumes", async () =>
        {
            var ask = new DescribeVolumesRequest { Filters = [new Filter("attachment.instance-id", [id])] };
            volumes = (await scope.Aws.Ec2(scope.Request.Source.Region).DescribeVolumesAsync(ask, cancellation)).Volumes ?? [];
        });
        return volumes;
    }

    private async Task<SourceFacts?> LookAtImageAsync(string id, CancellationToken cancellation)
    {
        var source = scope.Request.Source;
        var ask = new DescribeImagesRequest { Filters = [new Filter("image-id", [id])], IncludeDisabled = true, IncludeDeprecated = true };
        var answer = await scope.Aws.Ec2(source.Region).DescribeImagesAsync(ask, cancellation);
        var path = $"{source.Path}.imageId";
        if (answer.Images?.FirstOrDefault() is not { } image)
        {
            scope.Findings.Refuse(path, "UnknownImage", $"there is no image '{id}' in {source.Region}", "check the id and the source Region");
            return null;
        }

        if (image.State?.Value is not ("available" or "pending"))
        {
            scope.Findings.Refuse(path, "WrongImageState", $"the image is {image.State?.Value}", "start from an image that is available or pending");
        }

        return new SourceFacts { Image = image };
    }
}
