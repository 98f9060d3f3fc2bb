using System.Text;
using System.Text.Json;

namespace Amicast.Local.Scheduling;

/// <summary>A schedule of EventBridge Scheduler that starts runs: the one that <c>template.yaml</c> has, or one of a stack of one's own.</summary>
public sealed record Schedule
{
    // 256 KiB of state data, less what stands beside the request on its way.
    private const int MostBytes = 255 * 1024;

    /// <summary>A schedule.</summary>
    /// <param name="name">Its name, with which the runs' ids begin: at most 48 letters, digits, '_' and '-'.</param>
    /// <param name="expression"><c>cron(…)</c>, <c>rate(…)</c> or <c>at(…)</c>, as EventBridge Scheduler takes them.</param>
    /// <param name="timezone">The IANA name of the time zone of the expression, such as <c>Europe/Berlin</c>.</param>
    /// <param name="request">The request document, of at most 255 KiB.</param>
    /// <exception cref="InvalidScheduleException">The expression or the time zone is none, or is not carried out here; or the request is too large.</exception>
    public Schedule(string name, string expression, string timezone, JsonElement request)
    {
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(timezone, out var zone))
        {
            throw new InvalidScheduleException($"'{timezone}' is no time zone of this machine; write one such as UTC or Europe/Berlin.");
        }

        (Name, Request, Expression) = (name, request.GetRawText(), ScheduleExpression.Parse(expression, zone));
        if (Encoding.UTF8.GetByteCount(Request) > MostBytes)
        {
            throw new InvalidScheduleException($"A scheduled request has at most {MostBytes} bytes.");
        }
    }

    /// <summary>The schedule's name.</summary>
    public string Name { get; }

    /// <summary>The request document.</summary>
    public string Request { get; }

    internal ScheduleExpression Expression { get; }
}
