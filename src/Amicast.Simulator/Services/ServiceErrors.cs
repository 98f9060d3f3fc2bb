using System.Net;
using Amicast.Simulator.Ec2.Wire;

namespace Amicast.Simulator.Services;

/// <summary>What a service calls the errors of its own making: it is asked too often, it is broken, it is not there.</summary>
/// <remarks>Sources: the "Errors" of each operation, and "Common Errors", in the API references of EC2, KMS, Systems Manager, EventBridge and STS.</remarks>
internal sealed record ServiceErrors(Func<Ec2Exception> Throttled, Func<Ec2Exception> Broken, Func<Ec2Exception> Unavailable)
{
    private const string RateExceeded = "Rate exceeded";

    internal static ServiceErrors Ec2 { get; } = new(RequestErrors.RequestLimitExceeded, RequestErrors.InternalError, RequestErrors.Unavailable);

    internal static ServiceErrors Kms { get; } = new(
        () => new("ThrottlingException", RateExceeded),
        () => new("KMSInternalException", "The request was rejected because an internal exception occurred.", HttpStatusCode.InternalServerError),
        ServiceUnavailable);

    internal static ServiceErrors Ssm { get; } = new(
        () => new("ThrottlingException", RateExceeded),
        () => new("InternalServerError", "An error occurred on the server side.", HttpStatusCode.InternalServerError),
        ServiceUnavailable);

    internal static ServiceErrors Events { get; } = new(
        () => new("ThrottlingException", RateExceeded),
        () => new("InternalException", "This exception occurs due to unexpected causes.", HttpStatusCode.InternalServerError),
        ServiceUnavailable);

    internal static ServiceErrors Sts { get; } = new(
        () => new("Throttling", RateExceeded),
        () => new("InternalFailure", "The request processing has failed because of an unknown error.", HttpStatusCode.InternalServerError),
        ServiceUnavailable);

    private static Ec2Exception ServiceUnavailable() =>
        new("ServiceUnavailable", "The request has failed due to a temporary failure of the server.", HttpStatusCode.ServiceUnavailable);
}
