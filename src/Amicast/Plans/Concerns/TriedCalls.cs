using Amazon.EC2;
using Amazon.EC2.Model;
using Amazon.Runtime;
using Amicast.Aws;
using Amicast.Errors;
using Amicast.Requests;
using Amicast.Steps;

namespace Amicast.Plans.Concerns;

/// <summary>Whether the caller may make the changing calls of the run, tried with EC2's <c>DryRun</c>: nothing is made by it.</summary>
/// <remarks>
/// <list type="table">
/// <item><term><c>DryRunOperation</c></term><description>the call would succeed</description></item>
/// <item><term><c>UnauthorizedOperation</c></term><description>a problem: the caller may not</description></item>
/// <item><term>anything else, or nothing to try it with yet</term><description>a warning: it could not be checked</description></item>
/// </list>
/// An image that is yet to be made cannot be copied, shared or launched. Copying is tried with the image that the source instance was launched
/// from, launching with the template's own image; sharing can be tried for an image that exists.
/// </remarks>
internal sealed class TriedCalls(PlanScope scope, SourceConcern source, TemplateVersions templates) : PlanConcern
{
    private const string Trial = "amicast-dry-run";

    internal override Task LookFurtherAsync(CancellationToken cancellation) => scope.Purpose != PlanPurpose.PreviewAndTry || source.Facts is not { } facts
        ? Task.CompletedTask
        : Task.WhenAll(scope.Regions.SelectMany(region => new[] { CopyAsync(region, facts, cancellation), ShareAsync(region, facts, cancellation), LaunchAsync(region, cancellation) })
            .Append(CreateAsync(facts, cancellation)));

    private Task CreateAsync(SourceFacts facts, CancellationToken cancellation)
    {
        if (facts.Instance is not { } instance)
        {
            return Task.CompletedTask;
        }

        var request = new CreateImageRequest
        {
            DryRun = true, InstanceId = instance.InstanceId, Name = Trial, TagSpecifications = Tags(CreateImageStep.StepName, ResourceType.Image, ResourceType.Snapshot),
        };
        var where = scope.Request.Source.Region;
        return TryAsync(scope.Findings, scope.Request.Source.Path, "CreateImage", where, () => scope.Aws.Ec2(where).CreateImageAsync(request, cancellation));
    }

    private Task CopyAsync(PlanRegion region, SourceFacts facts, CancellationToken cancellation)
    {
        if (region.IsSource)
        {
            return Task.CompletedTask;
        }

        var request = new CopyImageRequest
        {
            DryRun = true,
            SourceRegion = scope.Request.Source.Region,
            SourceImageId = facts.Image?.ImageId ?? facts.Instance?.ImageId,
            Name = Trial,
            TagSpecifications = Tags(CopyImageStep.StepName, ResourceType.Image, ResourceType.Snapshot),
        };
        return TryAsync(region.Findings, region.Wanted.Path, "CopyImage", region.Name, () => region.Ec2.CopyImageAsync(request, cancellation));
    }

    private static Task ShareAsync(PlanRegion region, SourceFacts facts, CancellationToken cancellation)
    {
        if (region.Wanted.Share is not { } share)
        {
            return Task.CompletedTask;
        }

        if (!region.IsSource || facts.Image is not { } image)
        {
            region.Findings.Warn(share.Path, Warning.NotChecked, $"permission for ModifyImageAttribute and ModifySnapshotAttribute in {region.Name}: there is no image to try them on yet");
            return Task.CompletedTask;
        }

        var request = new ModifyImageAttributeRequest
        {
            DryRun = true,
            ImageId = image.ImageId,
            LaunchPermission = Modification(share),
        };
        return TryAsync(region.Findings, share.Path, "ModifyImageAttribute", region.Name, () => region.Ec2.ModifyImageAttributeAsync(request, cancellation));
    }

    private static LaunchPermissionModifications Modification(RequestShare share)
    {
        List<LaunchPermission> everyone = [new LaunchPermission { Group = PermissionGroup.All }];
        return share.Visibility == Visibility.Public ? new() { Add = everyone }
            : share.Accounts.Count > 0 ? new() { Add = [new LaunchPermission { UserId = share.Accounts[0] }] }
            : new() { Remove = everyone };
    }

    private Task LaunchAsync(PlanRegion region, CancellationToken cancellation)
    {
        if (region.Wanted.Launch is not { } launch || templates.In(region) is not { } template)
        {
            return Task.CompletedTask;
        }

        var request = new RunInstancesRequest
        {
            DryRun = true,
            MinCount = launch.Count,
            MaxCount = launch.Count,
            LaunchTemplate = new LaunchTemplateSpecification { LaunchTemplateId = template.LaunchTemplateId, Version = $"{template.VersionNumber}" },
            InstanceType = launch.Overrides.InstanceType,
            KeyName = launch.Overrides.KeyName,
            SubnetId = launch.Overrides.SubnetId,
            SecurityGroupIds = launch.Overrides.SecurityGroupIds?.ToList(),
            TagSpecifications = Tags(LaunchInstancesStep.StepName, ResourceType.Instance, ResourceType.Volume),
        };
        return TryAsync(region.Findings, launch.Path, "RunInstances", region.Name, () => region.Ec2.RunInstancesAsync(request, cancellation));
    }

    private List<TagSpecification> Tags(string step, params ResourceType[] types)
    {
        var (request, none) = (scope.Request.Source, new Dictionary<string, string>());
        return RunTags.Specifications(new RunMark(scope.Run, 1, step, request.InstanceId ?? request.ImageId ?? "", request.Region), none, types);
    }

    private static async Task TryAsync(Findings findings, string path, string operation, string region, Func<Task> call)
    {
        try
        {
            await call();
        }
        catch (AmicastException answer) when ((answer.InnerException as AmazonServiceException)?.ErrorCode == "DryRunOperation")
        {
            // It would have succeeded.
        }
        catch (AmicastException answer) when ((answer.InnerException as AmazonServiceException)?.ErrorCode == "UnauthorizedOperation")
        {
            findings.Refuse(path, "NotAuthorized", $"the caller may not {operation} in {region} ({answer.Message})", "have the permission given; template.yaml lists what each step of a run needs");
        }
        catch (AmicastException answer)
        {
            findings.Warn(path, Warning.NotChecked, $"permission for {operation} in {region}: {answer.Message}");
        }
    }
}
