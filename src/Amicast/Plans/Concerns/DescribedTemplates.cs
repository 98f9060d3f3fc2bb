using Amazon.EC2.Model;
using Amicast.Aws;
using Amicast.Requests;

namespace Amicast.Plans.Concerns;

/// <summary>What a launch template says that has to be made: the source instance's data where the request asks for them, and what <c>create</c> says in place of them.</summary>
/// <remarks>
/// Left out of the instance's data: the volumes' keys and encryption, which are the image's and another Region does not have; the zone, which the subnet says;
/// tags of earlier runs, which would make later instances theirs.
/// </remarks>
internal sealed class DescribedTemplates(PlanScope scope) : PlanConcern
{
    private InstanceDescription? _instance;

    internal override async Task LookAsync(CancellationToken cancellation)
    {
        // Without them the template cannot be made: unlike what a run can do without, they are not merely tried.
        if (scope.SourceIsUsable && scope.Request.Source.InstanceId is { } id && scope.Request.Destinations.Any(d => d.LaunchTemplate?.FromInstance == true && scope.Earlier?.DestinationIn(d.Region) is null))
        {
            await LookAtInstanceAsync(id, cancellation);
        }
    }

    /// <summary>From round 3 on; <see langword="null"/> where the request does not describe it, or the instance cannot be looked at.</summary>
    internal InstanceDescription? Of(RequestLaunchTemplate template) => (template.FromInstance ? _instance : null, template.Create) switch
    {
        ({ } instance, { } create) => Over(create, instance),
        var (instance, create) => instance ?? create,
    };

    private async Task LookAtInstanceAsync(string id, CancellationToken cancellation)
    {
        var ec2 = scope.Aws.Ec2(scope.Request.Source.Region);
        try
        {
            var answer = await ec2.GetLaunchTemplateDataAsync(new GetLaunchTemplateDataRequest { InstanceId = id }, cancellation);
            _instance = Portable(answer.LaunchTemplateData.ToDescription());
        }
        catch (Errors.NotVisibleYetException)
        {
            // An instance that is not there is the source concern's problem.
        }
    }

    private static InstanceDescription Portable(InstanceDescription instance) => instance with
    {
        AvailabilityZone = instance.NetworkInterfaces is null ? instance.AvailabilityZone : null,
        BlockDevices = instance.BlockDevices is null ? null : [.. instance.BlockDevices.Select(device => device with { Encrypted = null, KmsKeyId = null })],
        Tags = instance.Tags?.Where(tag => !TagReader.IsReserved(tag.Key)).ToDictionary(),
    };

    private static InstanceDescription Over(InstanceDescription create, InstanceDescription instance)
    {
        var network = create is { NetworkInterfaces: null, SubnetId: null, SecurityGroupIds: null } ? instance : create;
        return new InstanceDescription
        {
            InstanceType = create.InstanceType ?? instance.InstanceType,
            KeyName = create.KeyName ?? instance.KeyName,
            SecurityGroupIds = network.SecurityGroupIds,
            SubnetId = network.SubnetId,
            NetworkInterfaces = network.NetworkInterfaces,
            AvailabilityZone = create.AvailabilityZone ?? (network == instance ? instance.AvailabilityZone : null),
            Tenancy = create.Tenancy ?? instance.Tenancy,
            IamInstanceProfile = create.IamInstanceProfile ?? instance.IamInstanceProfile,
            BlockDevices = create.BlockDevices ?? instance.BlockDevices,
            UserData = create.UserData ?? instance.UserData,
            Tags = create.Tags ?? instance.Tags,
            MetadataOptions = create.MetadataOptions ?? instance.MetadataOptions,
            Monitoring = create.Monitoring ?? instance.Monitoring,
            EbsOptimized = create.EbsOptimized ?? instance.EbsOptimized,
            DisableApiTermination = create.DisableApiTermination ?? instance.DisableApiTermination,
            InstanceInitiatedShutdownBehavior = create.InstanceInitiatedShutdownBehavior ?? instance.InstanceInitiatedShutdownBehavior,
            Market = create.Market ?? instance.Market,
        };
    }
}
