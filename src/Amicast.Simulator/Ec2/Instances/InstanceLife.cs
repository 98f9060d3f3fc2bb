using Amicast.Simulator.Ec2.Resources;

namespace Amicast.Simulator.Ec2.Instances;

/// <summary>The states, status checks and state reasons of one instance over time, computed from the clock.</summary>
internal sealed class InstanceLife
{
    private static readonly StateReason UserInitiatedShutdown = new("Client.UserInitiatedShutdown", "Client.UserInitiatedShutdown: User initiated shutdown");
    private readonly Timeline<InstanceState> _states;
    private readonly Timeline<StatusChecks> _checks;
    private readonly Timeline<StateReason?> _reasons;

    private InstanceLife(DateTimeOffset start, InstanceState state, StatusChecks checks)
    {
        _states = new(start, state);
        _checks = new(start, checks);
        _reasons = new(start, null);
    }

    /// <summary>An instance that has been stopped for long.</summary>
    internal static InstanceLife Stopped(DateTimeOffset start, StateReason? reason)
    {
        var life = new InstanceLife(start, InstanceState.Stopped, StatusChecks.NotApplicable);
        life._reasons.Then(start, reason);
        return life;
    }

    /// <summary>An instance that goes on where it was.</summary>
    internal static InstanceLife Resumed(DateTimeOffset start, LifeAhead ahead)
    {
        var life = new InstanceLife(
            start,
            ahead.RunningAt is null ? InstanceState.Running : InstanceState.Pending,
            ahead.CheckedAt is null ? ahead.Checks : StatusChecks.Initializing);
        if (ahead.RunningAt is { } running)
        {
            life._states.Then(running, InstanceState.Running);
        }

        if (ahead.CheckedAt is { } passed)
        {
            life._checks.Then(passed, ahead.Checks);
        }

        if (ahead.Death is { } death)
        {
            life._states.Then(death.At, InstanceState.ShuttingDown).Then(death.TerminatedAt, InstanceState.Terminated);
            life._reasons.Then(death.At, death.Reason);
        }

        return life;
    }

    internal static InstanceLife Launched(DateTimeOffset now, Durations durations, bool isImpaired)
    {
        var life = new InstanceLife(now, InstanceState.Pending, StatusChecks.NotApplicable);
        life.Boot(now, durations, isImpaired ? StatusChecks.Impaired : StatusChecks.Ok);
        return life;
    }

    internal InstanceState StateAt(DateTimeOffset now) => _states.At(now);

    /// <summary>The states that it comes to at <paramref name="moment"/> and later, as far as is known.</summary>
    internal IReadOnlyList<(DateTimeOffset From, InstanceState Value)> StatesFrom(DateTimeOffset moment) => _states.TurnsFrom(moment);

    /// <summary>Only a running instance is checked.</summary>
    internal StatusChecks ChecksAt(DateTimeOffset now) => StateAt(now) == InstanceState.Running ? _checks.At(now) : StatusChecks.NotApplicable;

    internal StateReason? ReasonAt(DateTimeOffset now) => _reasons.At(now);

    /// <summary>What is still to come, of an instance that is pending or running.</summary>
    internal LifeAhead AheadAt(DateTimeOffset now)
    {
        var turns = _states.After(now).ToDictionary(turn => turn.Value, turn => turn.From);
        Death? death = turns.TryGetValue(InstanceState.ShuttingDown, out var dies) ? new(dies, turns[InstanceState.Terminated], _reasons.Last.Value) : null;
        DateTimeOffset? running = StateAt(now) == InstanceState.Pending ? turns.GetValueOrDefault(InstanceState.Running, dies) : null;
        var (passed, checks) = _checks.Last;
        return new(running, passed > now ? passed : null, checks, death);
    }

    internal void Start(DateTimeOffset now, Durations durations)
    {
        _states.Then(now, InstanceState.Pending);
        _reasons.Then(now, null);
        Boot(now, durations, StatusChecks.Ok);
    }

    /// <summary>It is pending, and stopped again before it ran.</summary>
    internal void FailToStart(DateTimeOffset now, Durations durations, StateReason reason)
    {
        var stopped = now + durations.Death();
        _states.Then(now, InstanceState.Pending).Then(stopped, InstanceState.Stopped);
        _reasons.Then(now, null).Then(stopped, reason);
    }

    internal void Stop(DateTimeOffset now, Durations durations)
    {
        _states.Then(now, InstanceState.Stopping).Then(now + durations.Shutdown(), InstanceState.Stopped);
        _reasons.Then(now, UserInitiatedShutdown);
    }

    /// <summary>The state stays running; the instance's own status check starts anew. A stopped instance has nothing to reboot.</summary>
    internal void Reboot(DateTimeOffset now, Durations durations)
    {
        if (StateAt(now) == InstanceState.Running)
        {
            var restarted = now + durations.Reboot();
            _checks.Then(restarted, StatusChecks.Rebooting).Then(restarted + durations.StatusChecks(), StatusChecks.Ok);
        }
    }

    /// <summary>Returns when it will be terminated.</summary>
    internal DateTimeOffset Terminate(DateTimeOffset now, Durations durations, StateReason? reason = null)
    {
        var terminated = now + durations.Shutdown();
        _states.Then(now, InstanceState.ShuttingDown).Then(terminated, InstanceState.Terminated);
        _reasons.Then(now, reason ?? UserInitiatedShutdown);
        return terminated;
    }

    private void Boot(DateTimeOffset now, Durations durations, StatusChecks outcome)
    {
        var running = now + durations.Boot();
        _states.Then(running, InstanceState.Running);
        _checks.Then(running, StatusChecks.Initializing).Then(running + durations.StatusChecks(), outcome);
    }
}
