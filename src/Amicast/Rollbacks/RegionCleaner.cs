using Amazon.EC2;
using Amazon.EC2.Model;
using Amicast.Aws;
using Amicast.Errors;
using Amicast.Sharing;
using Amicast.Steps;

namespace Amicast.Rollbacks;

/// <summary>One look at one Region of a rollback: removes what carries the run's tags, puts back what the plans recorded.</summary>
/// <remarks>
/// In this order: instances; volumes that outlive them; default versions, versions and templates; parameters; permissions; images with their snapshots;
/// snapshots that are left; the source instance. Each thing by itself: what one is in the way of is no hindrance for the others.
/// </remarks>
internal sealed class RegionCleaner(AwsClients aws, string run, RegionRollback region, TimeProvider time)
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
        foreach (var before in region.Before.Permissions)
        {
            foreach (var id in before.Resources)
            {
                IPermissions permissions = id.StartsWith("snap-", StringComparison.Ordinal) ? new SnapshotPermissions(_ec2, id) : new LaunchPermissions(_ec2, id);
                await _cleaning.LookAsync(id, () => RestoreAsync(permissions, WantedPermissions.Exactly(before.Holders), cancellation));
            }
        }
    }

    private async Task RestoreAsync(IPermissions permissions, WantedPermissions wanted, CancellationToken cancellation)
    {
        try
        {
            if (!wanted.IsMetBy(await permissions.ReadAsync(cancellation)))
            {
                await _cleaning.RestoreAsync(permissions.ResourceId, $"permissions of {permissions.ResourceId}", () => PermissionChange.ApplyAsync(permissions, wanted, cancellation));
            }
        }
        catch (AmicastException gone) when (gone is NotVisibleYetException or ImageGoneException)
        {
            _cleaning.Keep($"{permissions.ResourceId} is gone: somebody has removed it");
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
        var state = answer.Reservations?.SelectMany(r => r.Instances ?? []).FirstOrDefault()?.State?.Name?.Value ?? "gone";
        if (state == "stopped")
        {
            await _cleaning.RestoreAsync(source, $"{source} is started again", () => _ec2.StartInstancesAsync(new StartInstancesRequest { InstanceIds = [source] }, cancellation));
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
