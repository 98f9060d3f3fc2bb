namespace Amicast.Simulator.Tests.Fuzz;

/// <summary>The error codes that a request may be refused with.</summary>
/// <remarks>
/// EC2's are from "Error codes for the Amazon EC2 API", NoSuchVersion and UnsupportedOperation from what it answers; the others' from "Common errors"
/// and the operations' own pages in their API references.
/// </remarks>
internal static class DocumentedErrors
{
    internal static IReadOnlySet<string> OfEc2 { get; } = new HashSet<string>(
    [
        "AttachmentLimitExceeded", "AuthFailure", "ConcurrentSnapshotLimitExceeded", "DryRunOperation", "FilterLimitExceeded", "IdempotentInstanceTerminated", "IdempotentParameterMismatch",
        "IncompleteSignature", "IncorrectInstanceState", "IncorrectState", "InstanceLimitExceeded", "InvalidAction", "InvalidAMIAttributeItemValue", "InvalidAMIID.Malformed",
        "InvalidAMIID.NotFound", "InvalidAMIID.Unavailable", "InvalidAMIName.Duplicate", "InvalidAMIName.Malformed", "InvalidBlockDeviceMapping", "InvalidGroup.NotFound",
        "InvalidGroupId.Malformed", "InvalidID", "InvalidInstanceID.Malformed", "InvalidInstanceID.NotFound", "InvalidInstanceType", "InvalidKeyPair.NotFound",
        "InvalidLaunchTemplateId.Malformed", "InvalidLaunchTemplateId.NotFound", "InvalidLaunchTemplateId.VersionNotFound", "InvalidLaunchTemplateName.AlreadyExistsException",
        "InvalidLaunchTemplateName.MalformedException", "InvalidLaunchTemplateName.NotFoundException", "InvalidNextToken", "InvalidParameter", "InvalidParameterCombination",
        "InvalidParameterDependency", "InvalidParameterValue", "InvalidRegion", "InvalidSnapshot.InUse", "InvalidSnapshot.NotFound", "InvalidSnapshotID.Malformed",
        "InvalidSubnetID.Malformed", "InvalidSubnetID.NotFound", "InvalidUserID.Malformed", "InvalidVolume.NotFound", "InvalidVolumeID.Malformed", "InvalidVpcID.NotFound",
        "InvalidZone.NotFound", "MalformedQueryString", "MissingAction", "MissingParameter", "NoSuchVersion", "OperationNotPermitted", "ResourceLimitExceeded",
        "SecurityGroupsPerInstanceLimitExceeded", "SnapshotCreationPerVolumeRateExceeded", "TagLimitExceeded", "UnknownParameter", "UnsupportedOperation", "VolumeInUse",
    ]);

    internal static IReadOnlySet<string> OfOthers { get; } = new HashSet<string>(
    [
        "InvalidAction", "InvalidNextToken", "MalformedQueryString", "NotFoundException", "ParameterAlreadyExists", "ParameterNotFound", "ParameterVersionNotFound",
        "SerializationException", "UnknownOperationException", "ValidationException",
    ]);
}
