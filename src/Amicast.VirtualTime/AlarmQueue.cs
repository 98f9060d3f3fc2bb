namespace Amicast.VirtualTime;

/// <summary>The alarms of one world, ordered by when they are due and, at the same moment, by when they were set.</summary>
/// <remarks>The second key is what makes a world repeatable: two alarms of one moment ring in the order in which they were set.</remarks>
internal sealed class AlarmQueue
{
    private readonly PriorityQueue<Alarm, (long Due, long Order)> _alarms = new();
    private long _order;

    /// <summary>Sets <paramref name="alarm"/> for <paramref name="due"/> (ticks since the world's start); an earlier setting of it is void.</summary>
    internal void Set(Alarm alarm, long due)
    {
        alarm.Order = _order++;
        _alarms.Enqueue(alarm, (due, alarm.Order));
    }

    /// <summary>When the next alarm is due, if there is one.</summary>
    internal bool TryPeek(out long due)
    {
        while (_alarms.TryPeek(out var alarm, out var key))
        {
            due = key.Due;
            if (alarm.Order == key.Order)
            {
                return true;
            }

            // Set anew or disposed of since: the entry is void.
            _alarms.Dequeue();
        }

        due = 0;
        return false;
    }

    /// <summary>Takes the alarm that <see cref="TryPeek"/> found.</summary>
    internal Alarm Take() => _alarms.Dequeue();
}
