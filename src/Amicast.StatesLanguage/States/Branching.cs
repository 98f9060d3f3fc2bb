using Amicast.StatesLanguage.Data;
using Amicast.StatesLanguage.Execution;

namespace Amicast.StatesLanguage.States;

/// <summary>Runs several strands inside one state, so many at a time; the first that fails stops the others.</summary>
internal abstract class Branching(StateVisit visit, int count, int mostAtOnce)
{
    private readonly Json[] _results = new Json[count];
    private readonly Strand[] _strands = new Strand[count];
    private readonly Queue<int> _ready = new();
    private readonly TaskCompletionSource _ended = new();
    private int _started;
    private int _succeeded;
    private bool _pumping;

    protected StateVisit Visit => visit;

    /// <summary>Runs all and returns their results in order.</summary>
    protected async Task<Json> RunAllAsync()
    {
        if (count > 0)
        {
            StartMore(mostAtOnce, visit.Strand.LastEvent);
            Pump();
            await _ended.Task;
        }

        return new JsonArray(_results);
    }

    protected abstract MapItem? ItemOf(int index);

    protected abstract ValueTask<Json> RunOneAsync(int index, Strand strand);

    /// <summary>Records that one starts.</summary>
    protected virtual void Started(int index, Strand strand)
    {
    }

    /// <summary>Records that one succeeded, and returns the event that the whole follows on if it was the last.</summary>
    protected virtual long Succeeded(int index, Strand strand) => strand.LastEvent;

    /// <summary>Records that one failed, or was stopped because of it; <paramref name="previous"/> is the event that made it fail.</summary>
    protected virtual void Ended(int index, bool failed, long previous)
    {
    }

    private void StartMore(int most, long previous)
    {
        for (; most > 0 && _started < count; most--)
        {
            var strand = visit.Strand.Fork(previous, ItemOf(_started));
            _strands[_started] = strand;
            Started(_started, strand);
            _ready.Enqueue(_started++);
        }
    }

    /// <summary>Runs what is ready, one after the other: a strand that ends at once must not start the next from within itself.</summary>
    private void Pump()
    {
        if (_pumping)
        {
            return;
        }

        _pumping = true;
        while (_ready.TryDequeue(out var index))
        {
            if (!_strands[index].IsStopped)
            {
                _ = FollowAsync(index, _strands[index]);
            }
        }

        _pumping = false;
    }

    private async Task FollowAsync(int index, Strand strand)
    {
        try
        {
            _results[index] = await RunOneAsync(index, strand);
            Succeed(index, strand);
        }
        catch (StateFailedException e)
        {
            Fail(index, strand, e);
        }
        catch (Exception e)
        {
            visit.Strand.Execution.FailBy(e, strand);
        }
    }

    private void Succeed(int index, Strand strand)
    {
        var last = strand.LastEvent;
        var whole = Succeeded(index, strand);
        visit.Strand.Join(strand);
        StartMore(1, last);
        if (++_succeeded == count)
        {
            visit.Strand.LastEvent = whole;
            _ended.SetResult();
        }
        else
        {
            Pump();
        }
    }

    private void Fail(int index, Strand failed, StateFailedException failure)
    {
        var previous = failed.LastEvent;
        try
        {
            EndOne(index, failed, isFailed: true, previous);
            for (var i = 0; i < _started; i++)
            {
                if (i != index && visit.Strand.Children.Contains(_strands[i]))
                {
                    EndOne(i, _strands[i], isFailed: false, previous);
                }
            }
        }
        catch (Exception e)
        {
            visit.Strand.Execution.FailBy(e, failed);
            return;
        }

        foreach (var strand in visit.Strand.Children.ToList())
        {
            strand.Stop();
            visit.Strand.Join(strand);
        }

        visit.Strand.LastEvent = previous;
        _ended.SetException(failure);
    }

    private void EndOne(int index, Strand strand, bool isFailed, long previous)
    {
        Ended(index, isFailed, previous);
        Abortion.Record(strand, isFailed, previous, visit.Strand);
    }
}
