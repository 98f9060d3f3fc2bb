using Amicast.Simulator.Ec2.Templates;
using Amicast.Simulator.Ec2.Wire;

namespace Amicast.Simulator.Ec2.Instances;

/// <summary>How much one launch may ask for. Choices all: on AWS it goes by quotas and instance types.</summary>
internal static class LaunchLimits
{
    /// <summary>As many as the bucket of RunInstances holds.</summary>
    private const int MostInstances = 1000;

    /// <summary>No instance type attaches more volumes.</summary>
    private const int MostVolumes = 128;

    /// <summary>The highest that the quota of security groups for one network interface can be set.</summary>
    private const int MostGroups = 16;
    private const int MostGiB = 65_536;

    /// <exception cref="Ec2Exception">InstanceLimitExceeded.</exception>
    internal static void CheckCount(int count)
    {
        if (count > MostInstances)
        {
            throw new Ec2Exception("InstanceLimitExceeded", $"You have requested more instances ({count}) than one launch can have ({MostInstances}).");
        }
    }

    /// <exception cref="Ec2Exception">AttachmentLimitExceeded, SecurityGroupsPerInstanceLimitExceeded, InvalidParameterValue.</exception>
    internal static void Check(LaunchSettings settings)
    {
        if (settings.BlockDevices.Count > MostVolumes)
        {
            throw new Ec2Exception("AttachmentLimitExceeded", $"An instance can have at most {MostVolumes} volumes.");
        }

        var groups = settings.SecurityGroupIds.Count + settings.SecurityGroups.Count + settings.NetworkInterfaces.Sum(one => one.SecurityGroupIds.Count);
        if (groups > MostGroups)
        {
            throw new Ec2Exception("SecurityGroupsPerInstanceLimitExceeded", $"An instance can have at most {MostGroups} security groups.");
        }

        if (settings.BlockDevices.FirstOrDefault(device => device.SizeGiB is < 1 or > MostGiB) is { } device)
        {
            throw RequestErrors.InvalidValue($"The size of the volume '{device.DeviceName}' ({device.SizeGiB} GiB) must be from 1 to {MostGiB}.");
        }
    }
}
