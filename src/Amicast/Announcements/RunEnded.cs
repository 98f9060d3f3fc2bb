using System.Text.Json.Serialization;
using Amicast.Reports;

namespace Amicast.Announcements;

/// <summary>The detail of the completion event <c>Amicast Run Ended</c>: <c>docs/events.md</c>.</summary>
/// <param name="Schema">The version of this shape.</param>
/// <param name="Id">The same for the same end of the same execution, however often it is announced: drop what you have seen.</param>
/// <param name="Run">The run's id.</param>
/// <param name="Execution">Which of the run's executions has ended, from 1.</param>
/// <param name="ExecutionArn">Its ARN.</param>
/// <param name="Status">Step Functions' word for its end: <c>SUCCEEDED</c>, <c>FAILED</c>, <c>TIMED_OUT</c>, <c>ABORTED</c>.</param>
/// <param name="State">How the run stands.</param>
/// <param name="StartedAt">When the execution started.</param>
/// <param name="EndedAt">When it ended.</param>
/// <param name="Summary">One line for a person: ids and names alone, no text of anybody's.</param>
/// <param name="Report">The report; absent where it is too large for an event.</param>
/// <param name="Cut">What of the report was left out for its size, by name; absent: nothing.</param>
/// <param name="Links">Where to look.</param>
/// <param name="Next">What can be done about it; absent where the run succeeded.</param>
public sealed record RunEnded(
    int Schema,
    string Id,
    string Run,
    int Execution,
    string ExecutionArn,
    string Status,
    RunState State,
    DateTimeOffset StartedAt,
    DateTimeOffset EndedAt,
    string Summary,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Report? Report,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<string>? Cut,
    RunLinks Links,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] NextCommands? Next)
{
    /// <summary>The version of the shape that this version writes.</summary>
    public const int CurrentSchema = 1;

    /// <summary>The event's source.</summary>
    public const string Source = "amicast";

    /// <summary>The event's detail-type.</summary>
    public const string DetailType = "Amicast Run Ended";
}

/// <summary>Where to look at an execution.</summary>
/// <param name="Execution">Its page in the console of its partition.</param>
public sealed record RunLinks(string Execution);

/// <summary>What can be done about a run that did not succeed, as commands.</summary>
/// <param name="Find">Lists what carries the run's tag in a Region.</param>
/// <param name="Resume">Goes on with the run.</param>
/// <param name="RollBack">Removes what the run made.</param>
public sealed record NextCommands(string Find, string Resume, string RollBack);
