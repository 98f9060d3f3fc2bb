using System.Net;

namespace Amicast.Simulator.Ec2.Wire;

/// <summary>The errors that any operation may answer.</summary>
internal static class RequestErrors
{
    internal const string DryRunOperation = "DryRunOperation";

    internal static Ec2Exception MissingAuthenticationToken() =>
        new("MissingAuthenticationToken", "Request is missing Authentication Token", HttpStatusCode.Forbidden);

    internal static Ec2Exception IncompleteSignature() =>
        new("IncompleteSignature", "Authorization header requires 'Credential' parameter of the form key/date/region/service/aws4_request.");

    internal static Ec2Exception AuthFailure() =>
        new("AuthFailure", "AWS was not able to validate the provided access credentials", HttpStatusCode.Unauthorized);

    internal static Ec2Exception NotAuthorizedFor(string kind, string id) =>
        new("AuthFailure", $"Not authorized for {kind}:{id}", HttpStatusCode.Unauthorized);

    internal static Ec2Exception InvalidAction(string action) =>
        new("InvalidAction", $"The action {action} is not valid for this web service.");

    internal static Ec2Exception MalformedQueryString() => new("MalformedQueryString", "The query string contains a syntax error");

    internal static Ec2Exception NoSuchVersion(string version) =>
        new("NoSuchVersion", $"The requested version ({version}) of service AmazonEC2 does not exist");

    internal static Ec2Exception FilterLimitExceeded(string message) => new("FilterLimitExceeded", message);

    internal static Ec2Exception DryRun() =>
        new(DryRunOperation, "Request would have succeeded, but DryRun flag is set.", HttpStatusCode.PreconditionFailed);

    internal static Ec2Exception MissingParameter(string name) =>
        new("MissingParameter", $"The request must contain the parameter {name}");

    internal static Ec2Exception InvalidValue(string message) => new("InvalidParameterValue", message);

    internal static Ec2Exception InvalidValue(string name, string value) =>
        InvalidValue($"Value ({value}) for parameter {name} is invalid.");

    internal static Ec2Exception InvalidCombination(string message) => new("InvalidParameterCombination", message);

    /// <summary>EC2 has the parameter; the simulated account does not carry it out and must not pretend to.</summary>
    internal static Ec2Exception Unsupported(string what) =>
        new("UnsupportedOperation", $"The simulated account does not support {what}.");

    /// <exception cref="Ec2Exception">UnsupportedOperation: one of these parameters was given, and is not false.</exception>
    internal static void RefuseUnsupported(Parameters parameters, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (parameters.Text(name) is { } value && value != "false")
            {
                throw Unsupported($"the parameter {name}");
            }
        }
    }

    internal static Ec2Exception IdempotentParameterMismatch() =>
        new("IdempotentParameterMismatch", "The client token that you have provided is already in use with different request parameters.");

    internal static Ec2Exception RequestLimitExceeded() =>
        new("RequestLimitExceeded", "Request limit exceeded.", HttpStatusCode.ServiceUnavailable);

    internal static Ec2Exception InternalError() =>
        new("InternalError", "An internal error has occurred", HttpStatusCode.InternalServerError);

    internal static Ec2Exception Unavailable() =>
        new("Unavailable", "The service is unavailable. Please try again shortly.", HttpStatusCode.ServiceUnavailable);
}
