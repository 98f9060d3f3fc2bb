using Amicast.StatesLanguage.Data;
using Amicast.StatesLanguage.Definition;
using Amicast.StatesLanguage.Execution;

namespace Amicast.StatesLanguage.States;

/// <summary>Wait; a moment that has passed is no wait.</summary>
internal static class WaitAction
{
    public static async ValueTask<Transition> RunAsync(WaitState state, StateVisit visit)
    {
        var input = visit.EffectiveInput;
        var delay = DelayOf(state, input, visit);
        if (delay > TimeSpan.Zero)
        {
            await visit.Strand.DelayAsync(delay);
        }

        return new Transition(visit.EffectiveOutput(input), state.Next);
    }

    private static TimeSpan DelayOf(WaitState state, Json input, StateVisit visit) => state switch
    {
        { Seconds: { } seconds } => TimeSpan.FromSeconds(seconds),
        { SecondsPath: { } path } => TimeSpan.FromSeconds(SecondsPaths.Read(path, "SecondsPath", 0, input, visit)),
        { Timestamp: { } time } => time - visit.Strand.Execution.Clock.GetUtcNow(),
        _ => TimeOf(state, input, visit) - visit.Strand.Execution.Clock.GetUtcNow(),
    };

    private static DateTimeOffset TimeOf(WaitState state, Json input, StateVisit visit)
    {
        var path = state.TimestampPath!;
        var value = path.Require(input, visit);
        return value is JsonString text && Timestamps.TryParse(text.Value, out var time)
            ? time
            : throw DataException.Runtime(
                $"The TimestampPath parameter does not reference a valid ISO-8601 extended offset date-time format string: {path} == {Plain(value)}");
    }

    private static string Plain(Json value) => value is JsonString text ? text.Value : value.ToText();
}
