using System.Collections.Frozen;
using Amicast.Simulator.Ec2;
using Amicast.Simulator.Iam.Authorization.Ec2;
using Amicast.Simulator.Iam.Authorization.Events;
using Amicast.Simulator.Iam.Authorization.Kms;
using Amicast.Simulator.Iam.Authorization.Ssm;

namespace Amicast.Simulator.Iam.Authorization;

/// <summary>What every operation of every service authorises.</summary>
/// <remarks>
/// GetCallerIdentity has no rule: "No permissions are required to perform this operation", not even where a policy denies it.
/// </remarks>
internal static class AuthorizationRules
{
    internal static FrozenDictionary<string, AuthorizationRule> All { get; } =
        new[] { Ec2Reads.All, ImageRules.All, SnapshotRules.All, VolumeRules.All, InstanceRules.All, TemplateRules.All, TagRules.All, KmsRules.All, ParameterRules.All, EventRules.All }
            .SelectMany(rules => rules)
            .ToFrozenDictionary(rule => rule.Operation);

    /// <exception cref="KeyNotFoundException">The operation has no rule: a defect.</exception>
    internal static AuthorizationRule Of(Request request) => All[$"{request.Service}:{request.Operation}"];
}
