using Amicast.StatesLanguage.History;
using Microsoft.Data.Sqlite;

namespace Amicast.Local.State;

/// <summary>Writes what happens in a cloud to a store, each event before the next thing happens: what a step does rests on what was written before it.</summary>
public sealed class RunKeeper
{
    private readonly LocalCloud _cloud;
    private readonly RunStore _store;
    private readonly string _account;

    private RunKeeper(LocalCloud cloud, RunStore store, string account) => (_cloud, _store, _account) = (cloud, store, account);

    /// <summary>Why nothing is written any more: the executions under way were stopped then. <see langword="null"/>: all was written.</summary>
    public string? Failure { get; private set; }

    /// <summary>Shows a cloud what the store has of a run, and keeps from now on what happens there. For whoever has the run's lock.</summary>
    /// <param name="cloud">The cloud; nothing was started there.</param>
    /// <param name="store">The store.</param>
    /// <param name="run">The run.</param>
    /// <param name="account">The AWS account that the run is carried out in.</param>
    public static RunKeeper Keep(LocalCloud cloud, RunStore store, string run, string account)
    {
        ArgumentNullException.ThrowIfNull(cloud);
        ArgumentNullException.ThrowIfNull(store);
        store.Settle(run);
        foreach (var execution in store.Read(run))
        {
            cloud.Engine.Restore(cloud.StateMachineArn, execution);
        }

        var keeper = new RunKeeper(cloud, store, account);
        cloud.Engine.Observe(keeper.TryWrite);
        return keeper;
    }

    private void TryWrite(string arn, HistoryEvent happened)
    {
        if (Failure is not null)
        {
            return;
        }

        try
        {
            Write(arn, happened);
        }
        catch (SqliteException unwritable)
        {
            Failure = unwritable.Message;
            // Not from within the step that has just happened.
            _ = _cloud.Clock.CreateTimer(_ => _cloud.Engine.StopExecution(arn, "StateNotWritten", unwritable.Message), state: null, TimeSpan.Zero, Timeout.InfiniteTimeSpan);
        }
    }

    private void Write(string arn, HistoryEvent happened)
    {
        var execution = _cloud.Engine.DescribeExecution(arn);
        if (happened.Id == 1)
        {
            _store.Begin(execution, _account, happened);
        }
        else if (execution.StopDate is { } stopped)
        {
            _store.End(execution.Name, happened, execution.Status, stopped, execution.Output, execution.Error, execution.Cause);
        }
        else
        {
            _store.Append(execution.Name, happened);
        }
    }
}
