using Amicast.StatesLanguage.States.Tasks;

namespace Amicast.StatesLanguage.Execution;

/// <summary>The token of one try of a task; whoever has it decides how the try ends.</summary>
internal sealed class TaskToken(string text, Strand strand)
{
    private readonly TaskCompletionSource<TaskOutcome> _ended = new();
    private bool _isClosed;

    public string Text => text;

    /// <summary>Whether the task still waits.</summary>
    public bool IsOpen => !_isClosed && !strand.IsStopped;

    /// <summary>The try's race against its timeouts, once it runs.</summary>
    public TaskRace? Race { get; set; }

    /// <summary>Ends when the token is returned.</summary>
    public Task<TaskOutcome> Returned => _ended.Task;

    /// <summary>Takes the outcome; the task goes on when the world comes to it, after the caller's answer.</summary>
    public void Return(TaskOutcome outcome)
    {
        _isClosed = true;
        Race?.HoldOutcome();
        _ = strand.Execution.Clock.CreateTimer(_ => _ended.SetResult(outcome), state: null, TimeSpan.Zero, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Nobody waits any more.</summary>
    public void Close() => _isClosed = true;
}
