using System.Text.RegularExpressions;
using Amicast.Simulator.Ec2.Regions;
using Amicast.Simulator.Ec2.Wire;

namespace Amicast.Simulator.Ec2.Instances;

/// <summary>What the name of an instance type tells: <c>m7g.large</c> runs on arm64, <c>m7i.large</c> on x86_64.</summary>
/// <remarks>A choice: every well-formed type is offered everywhere, but for those that the account document names.</remarks>
internal static partial class InstanceTypes
{
    internal const string Default = "m1.small";

    internal static bool IsWellFormed(string instanceType) => Form().IsMatch(instanceType);

    internal static string ArchitectureOf(string instanceType) => Arm().IsMatch(instanceType) ? "arm64" : "x86_64";

    /// <exception cref="Ec2Exception">InvalidParameterValue, Unsupported.</exception>
    internal static void Check(string instanceType, string imageArchitecture, Region region)
    {
        if (!IsWellFormed(instanceType))
        {
            throw RequestErrors.InvalidValue($"Invalid value '{instanceType}' for InstanceType.");
        }

        if (region.Settings.InstanceTypesNotOffered.Contains(instanceType))
        {
            throw new Ec2Exception("Unsupported", $"The requested configuration is currently not supported: {instanceType} in {region.Name}.");
        }

        var architecture = ArchitectureOf(instanceType);
        if (architecture != imageArchitecture)
        {
            throw RequestErrors.InvalidValue(
                $"The architecture '{architecture}' of the specified instance type does not match the architecture '{imageArchitecture}' of the specified AMI. " +
                "Specify an instance type and an AMI that have matching architectures, and try again.");
        }
    }

    [GeneratedRegex(@"^[a-z]+[a-z0-9-]*\.(nano|micro|small|medium|large|\d*xlarge|metal(-\d+xl)?)$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Form();

    /// <summary>The processor stands after the generation: g for Graviton. The first, a1, had it as its family.</summary>
    [GeneratedRegex(@"^(a1|[a-z]+\d+g[a-z]*)(-[a-z]+)?\.", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Arm();
}
