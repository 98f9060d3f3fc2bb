using System.Collections.Frozen;
using Amicast.Simulator.Ec2.Images;
using Amicast.Simulator.Ec2.Instances;
using Amicast.Simulator.Ec2.Regions;
using Amicast.Simulator.Ec2.Snapshots;
using Amicast.Simulator.Ec2.Tags;
using Amicast.Simulator.Ec2.Templates;

namespace Amicast.Simulator.Ec2;

/// <summary>Every operation that the simulated account carries out.</summary>
internal static class Operations
{
    private static readonly Operation[] All =
    [
        new DescribeRegions(), new DescribeAvailabilityZones(), new DescribeVpcs(), new DescribeSubnets(), new DescribeSecurityGroups(), new DescribeKeyPairs(),
        new CreateImage(), new RegisterImage(), new CopyImage(), new DescribeImages(), new DeregisterImage(), new EnableImage(), new DisableImage(),
        new DescribeImageAttribute(), new ModifyImageAttribute(), new ResetImageAttribute(),
        new EnableImageDeprecation(), new DisableImageDeprecation(),
        new EnableImageDeregistrationProtection(), new DisableImageDeregistrationProtection(),
        new GetImageBlockPublicAccessState(), new EnableImageBlockPublicAccess(), new DisableImageBlockPublicAccess(),
        new CreateSnapshot(), new CreateSnapshots(), new CopySnapshot(), new DescribeSnapshots(), new DeleteSnapshot(),
        new DescribeSnapshotAttribute(), new ModifySnapshotAttribute(), new ResetSnapshotAttribute(),
        new GetSnapshotBlockPublicAccessState(), new EnableSnapshotBlockPublicAccess(), new DisableSnapshotBlockPublicAccess(),
        new CreateVolume(), new DescribeVolumes(), new DeleteVolume(), new GetEbsEncryptionByDefault(), new GetEbsDefaultKmsKeyId(),
        new DescribeInstances(), new DescribeInstanceStatus(), new DescribeInstanceAttribute(),
        new DescribeInstanceTypes(), new DescribeInstanceTypeOfferings(),
        new RunInstances(), new StartInstances(), new StopInstances(), new RebootInstances(), new TerminateInstances(),
        new CreateFleet(), new DeleteFleets(),
        new CreateLaunchTemplate(), new CreateLaunchTemplateVersion(), new DescribeLaunchTemplates(), new DescribeLaunchTemplateVersions(),
        new ModifyLaunchTemplate(), new DeleteLaunchTemplate(), new DeleteLaunchTemplateVersions(), new GetLaunchTemplateData(),
        new CreateTags(), new DeleteTags(), new DescribeTags(),
    ];

    internal static FrozenDictionary<string, Operation> ByName { get; } = All.ToFrozenDictionary(operation => operation.Name);
}
