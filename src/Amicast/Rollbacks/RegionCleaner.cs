using Amazon.EC2;
using Amazon.EC2.Model;
using Amicast.Aws;
using Amicast.Steps;

namespace Amicast.Rollbacks;

/// <summary>One look at one Region of a rollback: removes what carries the run's tags, puts back what the plans recorded.</summary>
/// <remarks>
/// In this order: instances; volumes that outlive them; default versions, versions and templates; parameters; permissions; images with their snapshots;
/// snapshots that are left; the source instance. Each thing by itself: what one is in the way of is no hindrance for the others.
/// </remarks>
internal sealed class RegionCleaner(AwsClients aws, Deployment deployment, string run, RegionRollback region, TimeProvider time)
{
    private readonly IAmazonEC2 _ec2 = aws.Ec2(region.Region);
    private readonly Cleaning _cleaning = new();

    internal async Task<Cleaning> LookAsync(CancellationToken cancellation)
    {
        var tagged = await TaggedResources.LookOnceOrSayAsync(_ec2, region.Region, run, cancellation);
        if (tagged.Unseen is { } why)
        {
            _cleaning.Await(region.Region, why);
            return _cleaning;
        }

        await TerminateAsync(tagged, cancellation);
        await _cleaning.LookAsync("volumes", () => DeleteVolumesAsync(tagged, cancellation));
        var templates = new TemplateRestoring(_ec2, run, region.Region, _cleaning, time);
        foreach (var before in region.Before.Templates)
        {
            await _cleaning.LookAsync(before.Id, () => templates.RestoreAsync(before, cancellation));
        }

        foreach (var made in tagged.Templates)
        {
            await _cleaning.LookAsync(made.LaunchTemplateId, () => templates.DeleteMadeAsync(made, cancellation));
        }

        var images = region.Before.Images.Concat(region.Made).Concat(tagged.Images.Select(image => image.ImageId)).ToHashSet();
        var parameters = new ParameterRestoring(aws.Ssm(region.Region), images, _cleaning);
        foreach (var parameter in region.Before.Parameters)
        {
            await _cleaning.LookAsync(parameter.Name, () => parameters.RestoreAsync(parameter, cancellation));
        }

        await RestorePermissionsAsync(cancellation);
        await RemoveImagesAsync(tagged, cancellation);
        if (region.Before.StoppedSource is { } source)
        {
            await _cleaning.LookAsync(source, () => StartSourceAsync(source, cancellation));
        }

        return _cleaning;
    }

    private async Task TerminateAsync(TaggedResources tagged, CancellationToken cancellation)
    {
        // One call each: an instance that is protected would keep the others from ending with it.
        foreach (var instance in tagged.Instances.Where(instance => !LaunchedInstances.IsDead(instance) && RunTags.ValueOf(RunTags.Step, instance.Tags) == LaunchInstancesStep.StepName))
        {
            await _cleaning.RemoveAsync(instance.InstanceId, () => _ec2.TerminateInstancesAsync(new TerminateInstancesRequest { InstanceIds = [instance.InstanceId] }, cancellation));
        }
    }

    private async Task DeleteVolumesAsync(TaggedResources tagged, CancellationToken cancellation)
    {
        var volumes = await _ec2.Paginators.DescribeVolumes(new DescribeVolumesRequest { Filters = RunTags.Find(run) }).Volumes.ToListAsync(cancellation);
        foreach (var volume in volumes)
        {
            var staying = volume.Attachments?.Find(attachment => attachment.DeleteOnTermination != true);
            if (volume.State == VolumeState.Available)
            {
                await _cleaning.RemoveAsync(volume.VolumeId, () => _ec2.DeleteVolumeAsync(new DeleteVolumeRequest { VolumeId = volume.VolumeId }, cancellation));
            }
            else if (staying is not null && tagged.Instances.Any(instance => instance.InstanceId == staying.InstanceId))
            {
                _cleaning.Await(volume.VolumeId, $"it is still attached to {staying.InstanceId}");
            }
            else if (staying is not null)
            {
                _cleaning.Saw(volume.VolumeId);
                _cleaning.Leave(volume.VolumeId, $"somebody has attached it to {staying.InstanceId}");
            }
        }
    }

    private async Task RestorePermissionsAsync(CancellationToken cancellation)
    {
        var permissions = new PermissionRestoring(_ec2, deployment, _cleaning);
        foreach (var (id, holders) in region.Before.Permissions.SelectMany(before => before.Resources.Select(id => (id, before.Holders))))
        {
            await _cleaning.LookAsync(id, () => permissions.RestoreAsync(id, holders, cancellation));
        }
    }

    private async Task RemoveImagesAsync(TaggedResources tagged, CancellationToken cancellation)
    {
        foreach (var image in tagged.Images)
        {
            await _cleaning.RemoveAsync(image.ImageId, () => _ec2.DeregisterImageAsync(new DeregisterImageRequest { ImageId = image.ImageId, DeleteAssociatedSnapshots = true }, cancellation));
        }

        var associated = tagged.Images.SelectMany(RunImages.SnapshotsOf).ToHashSet();
        foreach (var snapshot in tagged.Snapshots.Select(snapshot => snapshot.SnapshotId))
        {
            _cleaning.Saw(snapshot);
            if (!associated.Contains(snapshot))
            {
                await _cleaning.RemoveAsync(snapshot, () => _ec2.DeleteSnapshotAsync(new DeleteSnapshotRequest { SnapshotId = snapshot }, cancellation));
            }
        }
    }

    private async Task StartSourceAsync(string source, CancellationToken cancellation)
    {
        var answer = await _ec2.DescribeInstancesAsync(new DescribeInstancesRequest { Filters = [new Filter("instance-id", [source])] }, cancellation);
        var instance = answer.Reservations?.SelectMany(r => r.Instances ?? []).FirstOrDefault();
        var (state, started) = (instance?.State?.Name?.Value ?? "gone", $"{source} is started again");
        if (state == "stopped" && region.Restored.Contains(started))
        {
            _cleaning.Leave(source, $"it was started, and is stopped again: {instance!.StateReason?.Message ?? "EC2 gives no reason"}");
        }
        else if (state == "stopped")
        {
            await _cleaning.RestoreAsync(source, started, () => _ec2.StartInstancesAsync(new StartInstancesRequest { InstanceIds = [source] }, cancellation));
        }
        else if (state == "stopping")
        {
            _cleaning.Await(source, "it is still stopping, and can be started only then");
        }
        else if (state is not ("running" or "pending"))
        {
            _cleaning.Keep($"{source} is {state}: somebody else has ended it");
        }
    }
}
