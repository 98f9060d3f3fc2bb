namespace Amicast.Storms.Troubles;

/// <summary>An invocation that is killed at one of its calls. Whatever its code does afterwards comes to nothing, as on a machine that is gone.</summary>
/// <param name="fate">Before, during or after the call.</param>
/// <param name="call">Which of its calls, from 1.</param>
/// <param name="onDeath">Is told when it dies; one that makes fewer calls lives.</param>
internal sealed class DoomedInvocation(Fate fate, int call, Action onDeath)
{
    private static readonly AsyncLocal<DoomedInvocation?> Ambient = new();
    private readonly TaskCompletionSource _died = new();
    private int _calls;

    /// <summary>The one whose code is running, if it is doomed.</summary>
    internal static DoomedInvocation? Current
    {
        get => Ambient.Value;
        set => Ambient.Value = value;
    }

    internal Task Died => _died.Task;

    /// <summary>Carries out a call of it, unless it is dead, or dies of it.</summary>
    internal async Task<HttpResponseMessage> CallAsync(Func<Task<HttpResponseMessage>> send)
    {
        var dies = ++_calls == call;
        if (_died.Task.IsCompleted || (dies && fate == Fate.KilledBeforeCall))
        {
            return await NeverAsync();
        }

        if (dies && fate == Fate.KilledDuringCall)
        {
            _ = SwallowAsync(send());
            return await NeverAsync();
        }

        var answer = await send();
        return dies || _died.Task.IsCompleted ? await NeverAsync() : answer;
    }

    private async Task<HttpResponseMessage> NeverAsync()
    {
        if (!_died.Task.IsCompleted)
        {
            onDeath();
            _died.SetResult();
        }

        return await new TaskCompletionSource<HttpResponseMessage>().Task;
    }

    private static async Task SwallowAsync(Task<HttpResponseMessage> answer)
    {
        try
        {
            (await answer).Dispose();
        }
        catch (HttpRequestException)
        {
            // Nobody is left to hear of it.
        }
    }
}
