using System.Net;
using Amicast.Simulator.Ec2.Wire;

namespace Amicast.Simulator.Faults;

/// <summary>The errors of EC2 that pass by themselves: what the fault <see cref="FaultKind.Error"/> can answer, by code.</summary>
/// <remarks>Source of the codes and of what they say: "Error codes for the Amazon EC2 API".</remarks>
internal static class PassingErrors
{
    internal const string Standard = "RequestLimitExceeded";

    private static readonly OrderedDictionary<string, (HttpStatusCode Status, string Message)> ByCode = new()
    {
        [Standard] = (HttpStatusCode.ServiceUnavailable, "Request limit exceeded."),
        ["Throttling"] = (HttpStatusCode.BadRequest, "Rate exceeded"),
        ["ThrottlingException"] = (HttpStatusCode.BadRequest, "Rate exceeded"),
        ["InternalError"] = (HttpStatusCode.InternalServerError, "An internal error has occurred"),
        ["Unavailable"] = (HttpStatusCode.ServiceUnavailable, "The service is unavailable. Please try again shortly."),
        ["InsufficientInstanceCapacity"] = (HttpStatusCode.InternalServerError, "There is not enough capacity to fulfill the request. Please try again later."),
        ["IncorrectState"] = (HttpStatusCode.BadRequest, "The resource is not in a valid state for this operation."),
        ["IncorrectInstanceState"] = (HttpStatusCode.BadRequest, "The instance is not in a valid state for this operation."),
        ["ResourceLimitExceeded"] = (HttpStatusCode.BadRequest, "Too many snapshot copies in progress. Wait until some of them have completed."),
        ["ConcurrentTagAccess"] = (HttpStatusCode.BadRequest, "Another request is changing the tags of the resource. Please try again."),
        ["ConcurrentCreateImageNoRebootLimitExceeded"] =
            (HttpStatusCode.BadRequest, "Too many CreateImage requests without a reboot are in progress for the instance."),
        ["ConcurrentSnapshotLimitExceeded"] = (HttpStatusCode.BadRequest, "Too many snapshots of the volume are in progress."),
        ["PendingSnapshotLimitExceeded"] = (HttpStatusCode.BadRequest, "Too many snapshots are pending."),
        ["SnapshotCreationPerVolumeRateExceeded"] =
            (HttpStatusCode.BadRequest, "Snapshots of the volume are created too fast. Wait at least 15 seconds between them."),
    };

    internal static IReadOnlyCollection<string> Codes => ByCode.Keys;

    internal static Ec2Exception Of(string code) => new(code, ByCode[code].Message, ByCode[code].Status);
}
