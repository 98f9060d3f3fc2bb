using System.ComponentModel;
using System.Diagnostics;

namespace Amicast.Local.Native;

/// <summary>One process of a function and its Runtime API, as Lambda's execution environment. Outside the simulated world.</summary>
/// <remarks>
/// The process is started by its first invocation and kept for later ones. When this program dies, however it does, the process's connection to its
/// Runtime API breaks, and a runtime that waits for work ends.
/// </remarks>
internal sealed class ExecutionEnvironment : IAsyncDisposable
{
#pragma warning disable RS0030 // Processes take the wall's time.
    private static readonly TimeProvider Wall = TimeProvider.System;
#pragma warning restore RS0030
    private readonly NativeOptions _options;
    private readonly Func<string, Dictionary<string, string>> _variables;
    private readonly ProcessRuntimeApi _api;
    private readonly Lock _turn = new();
    private readonly TaskCompletionSource _ended = new();
    private int _disposals;
    private Task<string?>? _start;
    private volatile LoggedProcess? _process;
    private volatile bool _isOver;

    /// <param name="options">The program, and how long an invocation may take.</param>
    /// <param name="variables">The process's environment, once the address of its Runtime API is known.</param>
    internal ExecutionEnvironment(NativeOptions options, Func<string, Dictionary<string, string>> variables)
    {
        (_options, _variables) = (options, variables);
        _api = new ProcessRuntimeApi(options.Timeout);
    }

    /// <summary>Whether it takes no more invocations.</summary>
    internal bool HasEnded => _isOver || _process?.ExitCode.IsCompleted == true;

    /// <summary>Has the process carry an invocation out. One at a time.</summary>
    /// <returns>The result; null where the process had died after an earlier invocation and never took this one.</returns>
    internal async Task<FunctionResult?> InvokeAsync(PendingInvocation invocation)
    {
        try
        {
            return await CarryOutAsync(invocation).WaitAsync(_options.Timeout, Wall);
        }
        catch (TimeoutException)
        {
            Kill();
            return FunctionResult.TimedOut(invocation.RequestId, _options.Timeout);
        }
    }

    /// <summary>Ends the process, and waits until it has ended, also when asked again; an invocation that is under way fails.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Increment(ref _disposals) > 1)
        {
            await _ended.Task;
            return;
        }

        try
        {
            // However that goes: what is being started is ended, too.
            await Task.WhenAny(StartedNoMore());
            Kill();
            // What the process may have left behind hears nothing more, and ends.
            await _api.DisposeAsync();
            await (_process?.ExitCode ?? Task.FromResult(0));
        }
        finally
        {
            _ended.SetResult();
        }
    }

    private async Task<FunctionResult?> CarryOutAsync(PendingInvocation invocation)
    {
        var isFirst = _start is null;
        if (isFirst && await StartAsync() is { } reason)
        {
            return FunctionResult.NotRunnable(invocation.RequestId, reason);
        }

        _api.HandOut(invocation);
        return await await Task.WhenAny<FunctionResult?>(invocation.Result!, ExitAsync(invocation, isFirst));
    }

    private async Task<FunctionResult?> ExitAsync(PendingInvocation invocation, bool isFirst)
    {
        var exitCode = await _process!.ExitCode;
        return isFirst || invocation.IsTaken ? _api.InitError ?? FunctionResult.Exited(invocation.RequestId, exitCode) : null;
    }

    /// <summary>Starts the process; the reason why it cannot be.</summary>
    private Task<string?> StartAsync()
    {
        lock (_turn)
        {
            return _start = _isOver ? Task.FromResult<string?>("It was stopped.") : StartProcessAsync();
        }
    }

    /// <summary>From now on nothing is started here; what was begun.</summary>
    private Task StartedNoMore()
    {
        lock (_turn)
        {
            _isOver = true;
            return _start ?? Task.CompletedTask;
        }
    }

    private async Task<string?> StartProcessAsync()
    {
        await _api.StartAsync();
        try
        {
            _process = LoggedProcess.Start(StartInfo(), _options.Logs);
            return null;
        }
        catch (Win32Exception reason)
        {
            _isOver = true;
            return reason.Message;
        }
    }

    private ProcessStartInfo StartInfo()
    {
        var start = new ProcessStartInfo(_options.Program)
        {
            UseShellExecute = false,
            WorkingDirectory = Path.GetFullPath(_options.Directory),
        };
        start.Environment.Clear();
        foreach (var (name, value) in _variables(_api.Address))
        {
            start.Environment[name] = value;
        }

        return start;
    }

    private void Kill()
    {
        _isOver = true;
        _process?.Kill();
    }
}
