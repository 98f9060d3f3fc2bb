namespace Amicast.Functions.Http.Refusals;

/// <summary>A kind of refusal, as RFC 9457 tells kinds apart: by a stable name, which has one status and one title.</summary>
/// <param name="Name">The end of its type, <c>urn:amicast:problem:{Name}</c>.</param>
/// <param name="Status">The status code.</param>
/// <param name="Title">What it is, in the same words for every occurrence.</param>
internal sealed record ProblemKind(string Name, int Status, string Title)
{
    internal static readonly ProblemKind InvalidJson = new("InvalidJson", 400, "The body is not a JSON document.");
    internal static readonly ProblemKind BodyMissing = new("BodyMissing", 400, "A request document is needed.");
    internal static readonly ProblemKind BodyNotAllowed = new("BodyNotAllowed", 400, "The route takes no body.");
    internal static readonly ProblemKind InvalidQuery = new("InvalidQuery", 400, "The query cannot be read.");
    internal static readonly ProblemKind UnknownRun = new("UnknownRun", 404, "There is no such run.");
    internal static readonly ProblemKind UnknownRoute = new("UnknownRoute", 404, "There is no such route.");
    internal static readonly ProblemKind UnknownMethod = new("UnknownMethod", 405, "The path does not have the method.");
    internal static readonly ProblemKind NotAcceptable = new("NotAcceptable", 406, "Answers are JSON.");
    internal static readonly ProblemKind RunConflict = new("RunConflict", 409, "The run was started with another request.");
    internal static readonly ProblemKind RunIsRunning = new("RunIsRunning", 409, "The run has not ended.");
    internal static readonly ProblemKind RunHasEnded = new("RunHasEnded", 409, "The run has ended.");
    internal static readonly ProblemKind RunWasRolledBack = new("RunWasRolledBack", 409, "The run was rolled back.");
    internal static readonly ProblemKind BodyTooLarge = new("BodyTooLarge", 413, "The body is too large.");
    internal static readonly ProblemKind WrongMediaType = new("WrongMediaType", 415, "The body is not of the type application/json.");
    internal static readonly ProblemKind InvalidRequest = new("InvalidRequest", 422, "The request cannot be carried out as it is written.");
    internal static readonly ProblemKind Throttled = new("Throttled", 429, "AWS asks to slow down.");
    internal static readonly ProblemKind Failure = new("Failure", 500, "The API failed.");
    internal static readonly ProblemKind ServiceUnavailable = new("ServiceUnavailable", 503, "AWS did not answer.");

    internal string Type => $"urn:amicast:problem:{Name}";
}
