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
        new DescribeRegions(), new DescribeAvailabilityZones(),
        new CreateImage(), new CopyImage(), new DescribeImages(), new DescribeImageAttribute(), new ModifyImageAttribute(), new DeregisterImage(),
        new DescribeSnapshots(), new DescribeSnapshotAttribute(), new ModifySnapshotAttribute(), new DeleteSnapshot(), new DescribeVolumes(),
        new DescribeInstances(), new DescribeInstanceStatus(), new RunInstances(),
        new StartInstances(), new StopInstances(), new TerminateInstances(),
        new DescribeLaunchTemplates(), new DescribeLaunchTemplateVersions(), new CreateLaunchTemplate(), new CreateLaunchTemplateVersion(),
        new CreateTags(), new DescribeTags(),
    ];

    internal static FrozenDictionary<string, Operation> ByName { get; } = All.ToFrozenDictionary(operation => operation.Name);
}
