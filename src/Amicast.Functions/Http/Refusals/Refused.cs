using Amicast.Plans;
using Amicast.Requests;
using Amicast.Runs;

namespace Amicast.Functions.Http.Refusals;

/// <summary>The refusals that are the API's own.</summary>
internal static class Refused
{
    internal static RefusalException UnknownRoute() =>
        new(ProblemKind.UnknownRoute, "The API has /distributions, /distributions/plan, /distributions/{run}, /distributions/{run}/resume and /distributions/{run}/rollback.");

    internal static RefusalException UnknownMethod(string method, string allowed) =>
        new(ProblemKind.UnknownMethod, $"{method} is not among the methods of this path: {allowed}.") { Header = new("Allow", allowed) };

    internal static RefusalException UnknownRun(string run) =>
        new(ProblemKind.UnknownRun, new UnknownRunException(run).Message);

    internal static RefusalException NotAcceptable(string accept) =>
        new(ProblemKind.NotAcceptable, $"Nothing is answered of the types '{accept}': accept application/json.");

    internal static RefusalException WrongMediaType(string contentType) =>
        new(ProblemKind.WrongMediaType, $"'{contentType}' is not read: send JSON in UTF-8 with the header Content-Type: application/json.");

    internal static RefusalException BodyNotAllowed() => new(ProblemKind.BodyNotAllowed, "Send the request without a body.");

    internal static RefusalException BodyMissing() => new(ProblemKind.BodyMissing, "Send a request document as the body.");

    internal static RefusalException BodyTooLarge(int bytes) =>
        new(ProblemKind.BodyTooLarge, $"The body has {bytes} bytes; a request document has at most {RequestBody.MostBytes}.");

    internal static RefusalException InvalidJson(Problem problem) => new(ProblemKind.InvalidJson, Sentence(problem)) { Problems = [problem] };

    internal static RefusalException InvalidQuery(IReadOnlyList<Problem> problems) =>
        new(ProblemKind.InvalidQuery, Sentence(problems[0])) { Problems = problems };

    internal static RefusalException InvalidRequest(IReadOnlyList<Problem> problems, IReadOnlyList<Warning>? warnings = null) => new(
        ProblemKind.InvalidRequest,
        $"{(problems.Count == 1 ? "One problem keeps" : $"{problems.Count} problems keep")} the request from being carried out. Nothing was started.")
    {
        Problems = problems,
        Warnings = warnings is { Count: > 0 } ? warnings : null,
    };

    private static string Sentence(Problem problem) => $"{char.ToUpperInvariant(problem.Cause[0])}{problem.Cause[1..]}; {problem.Remedy}.";
}
