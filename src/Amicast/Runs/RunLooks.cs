namespace Amicast.Runs;

/// <summary>Looks at many runs again and again, keeping what it knows of those looked at last: histories are only ever added to.</summary>
internal sealed class RunLooks(StepFunctionsClient stepFunctions)
{
    private const int MostKept = 200;
    private readonly Dictionary<string, LinkedListNode<Known>> _known = [];
    private readonly LinkedList<Known> _latestFirst = new();

    /// <summary>The latest execution that is known of a run; 1 where nothing is known.</summary>
    internal int LatestOf(string run) => _known.TryGetValue(run, out var known) ? known.Value.Execution : 1;

    internal async Task<RunView> LookAsync(string run, DescribeExecutionResponse latest)
    {
        var known = KnownOf(run, latest);
        // An execution that somebody redrives runs again, and ends again at another time.
        if (known.End is not { } end || end.Status != latest.Status || end.SeenAt != latest.StopDate)
        {
            end = await known.Follower.LookAsync(latest);
            known.End = end.HasEnded ? end : null;
        }

        return end;
    }

    private Known KnownOf(string run, DescribeExecutionResponse latest)
    {
        var name = ExecutionName.Parse(latest.Name);
        if (_known.Remove(run, out var there))
        {
            _latestFirst.Remove(there);
        }

        var known = there?.Value is { } before && before.Execution == name.Number ? before : new Known(name.Number, new RunFollower(stepFunctions, latest.ExecutionArn, name), run);
        _known[run] = _latestFirst.AddFirst(known);
        if (_known.Count > MostKept)
        {
            _known.Remove(_latestFirst.Last!.Value.Run);
            _latestFirst.RemoveLast();
        }

        return known;
    }

    private sealed class Known(int execution, RunFollower follower, string run)
    {
        internal int Execution { get; } = execution;

        internal RunFollower Follower { get; } = follower;

        internal string Run { get; } = run;

        /// <summary>How it ended.</summary>
        internal RunView? End { get; set; }
    }
}
