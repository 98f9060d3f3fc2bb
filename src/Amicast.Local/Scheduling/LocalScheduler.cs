using Amicast.StatesLanguage.Definition;
using Amicast.StatesLanguage.Execution;
using Amicast.VirtualTime;

namespace Amicast.Local.Scheduling;

/// <summary>EventBridge Scheduler on one machine: starts <c>statemachine/schedule.asl.json</c> whenever a schedule is due, on the world's clock.</summary>
/// <remarks>To the second; EventBridge Scheduler takes up to a minute. Everything is for the world's thread.</remarks>
public sealed class LocalScheduler
{
    private const string ScheduleArnPrefix = $"arn:aws:scheduler:{FunctionArns.Region}:{FunctionArns.AccountId}:schedule/default/";

    private readonly WorldClock _clock;
    private readonly LocalStepFunctions _stepFunctions;

    internal LocalScheduler(WorldClock clock, LocalStepFunctions stepFunctions, string stateMachineName, string distributionArn, Action<ScheduledStart>? ended)
    {
        (_clock, _stepFunctions) = (clock, stepFunctions);
        var definition = EmbeddedDocument.Schedule.Replace("${Partition}", "aws", StringComparison.Ordinal).Replace("${DistributionArn}", distributionArn, StringComparison.Ordinal);
        StateMachineArn = stepFunctions.CreateStateMachine(stateMachineName, StateMachineDefinition.Parse(definition));
        stepFunctions.ObserveEnds(execution =>
        {
            if (execution.StateMachineArn == StateMachineArn)
            {
                ended?.Invoke(ScheduledStart.Of(execution));
            }
        });
    }

    /// <summary>The state machine that deliveries start.</summary>
    public string StateMachineArn { get; }

    /// <summary>Keeps a schedule from now on.</summary>
    /// <returns>When it is due first; <see langword="null"/>: never.</returns>
    public DateTimeOffset? Add(Schedule schedule)
    {
        ArgumentNullException.ThrowIfNull(schedule);
        var first = schedule.Expression.First(_clock.GetUtcNow());
        Await(schedule, first);
        return first;
    }

    /// <summary>Delivers what was due at <paramref name="scheduledTime"/>, once more if it was delivered: EventBridge Scheduler delivers at least once.</summary>
    public void Deliver(Schedule schedule, DateTimeOffset scheduledTime)
    {
        ArgumentNullException.ThrowIfNull(schedule);
        _stepFunctions.StartExecution(StateMachineArn, input:
            $$"""{"schedule":"{{ScheduleArnPrefix}}{{schedule.Name}}","scheduledTime":"{{scheduledTime.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'}}","request":{{schedule.Request}}}""");
    }

    private void Await(Schedule schedule, DateTimeOffset? next)
    {
        if (next is { } time)
        {
            _clock.CreateTimer(
                _ =>
                {
                    Await(schedule, schedule.Expression.Next(time));
                    Deliver(schedule, time);
                },
                state: null,
                time - _clock.GetUtcNow(),
                Timeout.InfiniteTimeSpan);
        }
    }
}
