using Amicast.Errors;
using Amicast.Runs;

namespace Amicast.Functions.Http.Refusals;

/// <summary>Which refusal an error behind the API comes to.</summary>
/// <remarks>
/// <code>
/// UnknownRunException                                         404
/// RunConflict-, RunIsRunning-, RunHasEnded-,
///   RunWasRolledBackException                                 409
/// EC2 or Step Functions throttles, too many open executions   429, Retry-After
/// they answer 5xx, not at all, or not in time                 503, Retry-After
/// anything else                                               500, and the log has it
/// </code>
/// </remarks>
internal static class Trouble
{
    private const string RetryAfter = "Retry-After";
    private static readonly string[] Throttles = ["ThrottlingException", "Throttling", "RequestLimitExceeded", "TooManyRequestsException", "ExecutionLimitExceeded"];
    private static readonly string[] Outages = ["ServiceUnavailable", "ServiceUnavailableException", "InternalFailure", "InternalServerException", "InternalServerError"];

    internal static RefusalException ToRefusal(Exception error, string run) => error switch
    {
        RefusalException refusal => refusal,
        UnknownRunException => Refused.UnknownRun(run),
        RunConflictException conflict => new RefusalException(ProblemKind.RunConflict, conflict.Message),
        RunIsRunningException running => new RefusalException(ProblemKind.RunIsRunning, running.Message),
        RunHasEndedException ended => new RefusalException(ProblemKind.RunHasEnded, ended.Message),
        RunWasRolledBackException rolledBack => new RefusalException(ProblemKind.RunWasRolledBack, rolledBack.Message),
        ThrottledException => Throttled(),
        StepFunctionsException { Code: var code } when Throttles.Contains(code) => Throttled(),
        StepFunctionsException { Code: var code } when Outages.Contains(code) || code.StartsWith("Http5", StringComparison.Ordinal) => Unavailable(),
        ServiceUnavailableException or HttpRequestException or OperationCanceledException or { InnerException: OperationCanceledException } => Unavailable(),
        _ => new RefusalException(ProblemKind.Failure, "What went wrong stands in the function's log, under the id of this request."),
    };

    private static RefusalException Throttled() =>
        new(ProblemKind.Throttled, "Too many calls were made to AWS just now. Repeat the request later.") { Header = new(RetryAfter, "5") };

    private static RefusalException Unavailable() =>
        new(ProblemKind.ServiceUnavailable, "AWS did not answer as it should. Whether the request was carried out is not known: look, or repeat it with the same 'run'.")
        {
            Header = new(RetryAfter, "10"),
        };
}
