using System.ComponentModel;
using System.Diagnostics;

namespace Amicast.Local.Native;

/// <summary>One process of a function and its Runtime API, as Lambda's execution environment. Outside the simulated world.</summary>
/// <remarks>
/// The process is started by its first invocation and kept for later ones. When this program dies, however it does, the process's connection to its
/// Runtime API breaks, and a runtime that waits for work ends.
/// </remarks>
/// <param name="options">The program, and how long an invocation may take.</param>
/// <param name="variables">The process's environment, once the address of its Runtime API is known.</param>
internal sealed class ExecutionEnvironment(NativeOptions options, Func<string, Dictionary<string, string>> variables) : IAsyncDisposable
{
#pragma warning disable RS0030 // Processes take the wall's time.
    private static readonly TimeProvider Wall = TimeProvider.System;
#pragma warning restore RS0030
    private readonly ProcessRuntimeApi _api = new(options.Timeout);
    private Process? _process;
    private volatile Task<int>? _exitCode;
    private volatile bool _isOver;
    private int _disposals;
    private bool _isStarted;

    /// <summary>Whether it takes no more invocations.</summary>
    internal bool HasEnded => _isOver || _exitCode?.IsCompleted == true;

    /// <summary>Has the process carry an invocation out. One at a time.</summary>
    /// <returns>The result; null where the process had died after an earlier invocation and never took this one.</returns>
    internal async Task<FunctionResult?> InvokeAsync(PendingInvocation invocation)
    {
        try
        {
            return await CarryOutAsync(invocation).WaitAsync(options.Timeout, Wall);
        }
        catch (TimeoutException)
        {
            Kill();
            return FunctionResult.TimedOut(invocation.RequestId, options.Timeout);
        }
    }

    /// <summary>Ends the process; an invocation that is under way fails.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Increment(ref _disposals) > 1)
        {
            return;
        }

        Kill();
        if (_exitCode is not null)
        {
            await _exitCode;
        }

        _process?.Dispose();
        await _api.DisposeAsync();
    }

    private async Task<FunctionResult?> CarryOutAsync(PendingInvocation invocation)
    {
        var isFirst = !_isStarted;
        if (isFirst && await TryStartAsync() is { } reason)
        {
            return FunctionResult.NotRunnable(invocation.RequestId, reason);
        }

        _api.HandOut(invocation);
        return await await Task.WhenAny<FunctionResult?>(invocation.Result!, ExitAsync(invocation, isFirst));
    }

    private async Task<FunctionResult?> ExitAsync(PendingInvocation invocation, bool isFirst)
    {
        var exitCode = await _exitCode!;
        return isFirst || invocation.IsTaken ? _api.InitError ?? FunctionResult.Exited(invocation.RequestId, exitCode) : null;
    }

    /// <summary>Starts the process; the reason why it cannot be.</summary>
    private async Task<string?> TryStartAsync()
    {
        _isStarted = true;
        await _api.StartAsync();
        try
        {
            _process = Process.Start(StartInfo())!;
        }
        catch (Win32Exception reason)
        {
            _isOver = true;
            return reason.Message;
        }

        _process.OutputDataReceived += Log;
        _process.ErrorDataReceived += Log;
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        _exitCode = ExitCodeAsync(_process);
        if (_isOver)
        {
            // It was to end while it started.
            Kill();
        }

        return null;
    }

    private static async Task<int> ExitCodeAsync(Process process)
    {
        await process.WaitForExitAsync();
        return process.ExitCode;
    }

    private ProcessStartInfo StartInfo()
    {
        var start = new ProcessStartInfo(options.Program)
        {
            UseShellExecute = false,
            WorkingDirectory = Path.GetFullPath(options.Directory),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.Clear();
        foreach (var (name, value) in variables(_api.Address))
        {
            start.Environment[name] = value;
        }

        return start;
    }

    private void Log(object sender, DataReceivedEventArgs line)
    {
        if (line.Data is { } text)
        {
            options.Logs.WriteLine(text);
        }
    }

    private void Kill()
    {
        _isOver = true;
        if (_exitCode?.IsCompleted == false)
        {
            _process!.Kill(entireProcessTree: true);
        }
    }
}
