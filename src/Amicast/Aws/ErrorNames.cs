using System.Net;
using Amazon.Runtime;
using Amicast.Errors;

namespace Amicast.Aws;

/// <summary>The one place where AWS's errors get their names, by operation and error code.</summary>
/// <remarks>
/// The SDK's <c>Retryable</c> is null for EC2, so codes decide. Sources: the EC2 API reference's list of error codes, the errors of each
/// operation in the Systems Manager API reference, and where they are silent, messages that users reported (cited in <c>docs/errors.md</c>).
/// </remarks>
internal static class ErrorNames
{
    /// <summary>The named error for what the SDK threw, or none where it is no answer of AWS (a defect, a cancellation).</summary>
    internal static AmicastException? For(string operation, Exception error) => error switch
    {
        AmazonServiceException { InnerException: OperationCanceledException } => null,
        AmazonServiceException answer when (int)answer.StatusCode >= 400 || !string.IsNullOrEmpty(answer.ErrorCode) => Answered(Plain(operation), answer),
        AmazonServiceException or HttpRequestException or IOException =>
            new ServiceUnavailableException($"{Plain(operation)}: no answer ({error.Message})", error),
        _ => null,
    };

    private static AmicastException Answered(string operation, AmazonServiceException answer)
    {
        var code = answer.ErrorCode ?? "";
        var message = $"{operation}: {code}: {answer.Message}";
        return code switch
        {
            "RequestLimitExceeded" or "Throttling" or "ThrottlingException" or "RequestThrottled" or "EC2ThrottledException" or "TooManyRequestsException" =>
                new ThrottledException(message, answer),
            "InvalidAMIID.NotFound" or "InvalidInstanceID.NotFound" or "InvalidSnapshot.NotFound"
                or "InvalidLaunchTemplateId.NotFound" or "InvalidLaunchTemplateId.VersionNotFound" => new NotVisibleYetException(message, answer),
            "InvalidAMIName.Duplicate" => new NameTakenException(message, answer),
            "InvalidLaunchTemplateName.AlreadyExistsException" => new TemplateNameTakenException(message, answer),
            "IncorrectState" or "IncorrectInstanceState" or "ConcurrentTagAccess" or "InvalidSnapshot.InUse" or "TooManyUpdates" => new ResourceBusyException(message, answer),
            "ConcurrentCreateImageNoRebootLimitExceeded" or "ConcurrentSnapshotLimitExceeded" or "PendingSnapshotLimitExceeded"
                or "SnapshotCreationPerVolumeRateExceeded" => new SnapshotLimitReachedException(message, answer),
            "InsufficientInstanceCapacity" => new InsufficientCapacityException(message, answer),
            "UnauthorizedOperation" or "AuthFailure" or "OptInRequired" or "AccessDenied" or "AccessDeniedException"
                or "AuthFailure.ServiceLinkedRoleCreationNotPermitted" or "UnrecognizedClientException" or "InvalidClientTokenId" => new AccessDeniedException(message, answer),
            _ => ByMessage(operation, code, message, answer),
        };
    }

    // These codes mean several things: the operation and EC2's words tell them apart.
    private static AmicastException ByMessage(string operation, string code, string message, AmazonServiceException answer)
    {
        bool Says(string words) => answer.Message.Contains(words, StringComparison.OrdinalIgnoreCase);
        return (operation, code) switch
        {
            ("CopyImage", "ResourceLimitExceeded") when Says("in progress") => new SnapshotLimitReachedException(message, answer),
            (_, "ResourceLimitExceeded" or "InstanceLimitExceeded" or "VcpuLimitExceeded" or "ParameterLimitExceeded" or "ParameterMaxVersionLimitExceeded") => new QuotaExceededException(message, answer),
            (_, "InvalidAMIID.Unavailable") when Says("pending") => new ResourceBusyException(message, answer),
            (_, "InvalidAMIID.Unavailable") => new ImageGoneException(message),
            ("CreateImage", "InvalidParameterValue") when Says("not in state") => new ResourceBusyException(message, answer),
            ("ModifyImageAttribute" or "ModifySnapshotAttribute", "InvalidParameter" or "OperationNotPermitted") when Says("share") =>
                new NotShareableException(message, answer),
            (_, "OperationNotPermitted") => new AccessDeniedException(message, answer),
            _ when IsOwnFault(answer) => new ServiceUnavailableException(message, answer),
            _ => new RejectedByAwsException(message, answer),
        };
    }

    private static bool IsOwnFault(AmazonServiceException answer) =>
        answer.StatusCode >= HttpStatusCode.InternalServerError || answer.ErrorCode is "InternalError" or "Unavailable" or "ServiceUnavailable" or "InternalFailure";

    private static string Plain(string operation) =>
        operation.EndsWith("Request", StringComparison.Ordinal) ? operation[..^"Request".Length] : operation;
}
