using System.Diagnostics;

namespace Amicast.Cli.Tests;

/// <summary>The built command, run as a process with its output in pipes, as a script would.</summary>
internal sealed record CommandProcess(int ExitCode, string Output, string Error)
{
    internal static async Task<CommandProcess> RunAsync(params string[] arguments)
    {
        using var process = Start(arguments);
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new CommandProcess(process.ExitCode, await output, await error);
    }

    internal static Process Start(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        start.ArgumentList.Add(typeof(CommandLine).Assembly.Location);
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        start.WorkingDirectory = Amicast.Tests.Repository.PathOf(".");
        return Process.Start(start) ?? throw new InvalidOperationException("The command did not start.");
    }
}
