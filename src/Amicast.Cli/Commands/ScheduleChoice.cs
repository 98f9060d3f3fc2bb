using Amicast.Local.Scheduling;
using Amicast.Requests;

namespace Amicast.Cli.Commands;

/// <summary>The schedule that <c>amicast serve</c> was asked to keep, as the stack's parameters <c>Schedule</c>, <c>ScheduleTimezone</c> and <c>ScheduledRequest</c> say it.</summary>
/// <param name="Expression"><c>cron(…)</c>, <c>rate(…)</c> or <c>at(…)</c>.</param>
/// <param name="Timezone">The time zone's name.</param>
/// <param name="Request">The request document's file.</param>
internal sealed record ScheduleChoice(string Expression, string Timezone, FileInfo Request)
{
    // As the stack's own schedule, which has the stack's name.
    private const string Name = "amicast";

    /// <exception cref="BadOptionException">It is no schedule, or the request cannot be read or has problems; nothing was started.</exception>
    internal Schedule Read()
    {
        var (file, problem) = RequestFile.Read(Request);
        var document = file is null ? null : RequestDocument.Parse(file.Text).Document;
        IReadOnlyList<Problem> problems = document is { } read ? RequestDocument.Check(read) : [problem!];
        if (file?.Run is { } run)
        {
            problems = [new Problem("$.run", "RunIsNotExecution", $"the request names run '{run}', and a schedule names its runs by its time", "leave 'run' out"), .. problems];
        }

        if (problems.Count > 0)
        {
            throw new BadOptionException(string.Join('\n', problems.Select(one => $"--scheduled-request: {one}")));
        }

        try
        {
            return new Schedule(Name, Expression, Timezone, document!.Value);
        }
        catch (InvalidScheduleException invalid)
        {
            throw new BadOptionException($"--schedule: {invalid.Message}");
        }
    }
}
