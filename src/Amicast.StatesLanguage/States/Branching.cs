using Amicast.StatesLanguage.Data;
using Amicast.StatesLanguage.Definition;
using Amicast.StatesLanguage.Execution;

namespace Amicast.StatesLanguage.States;

/// <summary>Runs several strands inside one state, so many at a time; the first that fails stops the others.</summary>
/// <remarks>After a redrive those that succeeded keep their results, and those that did not go on with the state they were in.</remarks>
internal abstract class Branching(StateVisit visit, int count, int mostAtOnce)
{
    private readonly Branching? _left = visit.LeftBranches;
    private readonly Json?[] _results = visit.LeftBranches?._results ?? new Json?[count];
    private readonly Strand?[] _strands = new Strand?[count];
    private readonly Queue<int> _ready = new();
    private readonly TaskCompletionSource _ended = new();
    private int _next;
    private int _succeeded = visit.LeftBranches?._results.Count(result => result is not null) ?? 0;
    private bool _pumping;

    protected StateVisit Visit => visit;

    /// <summary>Runs all and returns their results in order.</summary>
    protected async Task<Json> RunAllAsync()
    {
        visit.Branches = this;
        if (_succeeded < count)
        {
            StartMore(mostAtOnce, visit.Strand.LastEvent);
            Pump();
            await _ended.Task;
        }

        return new JsonArray(Array.ConvertAll(_results, result => result!));
    }

    protected abstract MapItem? ItemOf(int index);

    protected abstract Workflow WorkflowOf(int index);

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
        for (; most > 0 && _next < count; _next++)
        {
            if (_results[_next] is null)
            {
                StartOne(_next, previous);
                most--;
            }
        }
    }

    private void StartOne(int index, long previous)
    {
        var strand = visit.Strand.Fork(previous, ItemOf(index));
        _strands[index] = strand;
        if (LeftVisit(index) is null)
        {
            Started(index, strand);
        }

        _ready.Enqueue(index);
    }

    /// <summary>The stay that the strand of this index was in when the execution ended, if a redrive goes on with it.</summary>
    private StateVisit? LeftVisit(int index) => _left?.VisitOf(index);

    private StateVisit? VisitOf(int index) => _strands[index]?.Visit ?? LeftVisit(index);

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
            if (_strands[index] is { IsStopped: false } strand)
            {
                _ = FollowAsync(index, strand);
            }
        }

        _pumping = false;
    }

    private async Task FollowAsync(int index, Strand strand)
    {
        try
        {
            _results[index] = LeftVisit(index) is { } left
                ? await WorkflowRun.ResumeAsync(WorkflowOf(index), left, strand)
                : await RunOneAsync(index, strand);
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
            for (var i = 0; i < _next; i++)
            {
                if (i != index && _strands[i] is { } other && visit.Strand.Children.Contains(other))
                {
                    EndOne(i, other, isFailed: false, previous);
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
