using System.Diagnostics;

namespace Amicast.Cli.Tests;

/// <summary>The built command, run as a process with its output in pipes, as a script would.</summary>
internal sealed record CommandProcess(int ExitCode, string Output, string Error)
{
    internal static Task<CommandProcess> RunAsync(params string[] arguments) => ReadAsync(Start(arguments));

    /// <summary>With one more variable in its environment.</summary>
    internal static Task<CommandProcess> RunWithAsync(string variable, string value, params string[] arguments)
    {
        var start = Command(arguments);
        start.Environment[variable] = value;
        return ReadAsync(Start(start));
    }

    /// <summary>As somebody who has set the SDK's variables so that EC2 is at <paramref name="endpoint"/>.</summary>
    internal static Task<CommandProcess> RunOnAwsAsync(string endpoint, params string[] arguments)
    {
        var start = Command(arguments);
        start.Environment["AWS_ENDPOINT_URL_EC2"] = endpoint;
        start.Environment["AWS_ACCESS_KEY_ID"] = start.Environment["AWS_SECRET_ACCESS_KEY"] = "any";
        start.Environment["AWS_REGION"] = "us-east-1";
        return ReadAsync(Start(start));
    }

    /// <summary>Starts it as somebody to whom AWS is <c>amicast serve</c>, at its speed.</summary>
    internal static Process StartOnServe(string endpoint, int speed, params string[] arguments)
    {
        var start = Command(arguments);
        start.Environment["AWS_ENDPOINT_URL"] = endpoint;
        start.Environment["AWS_ACCESS_KEY_ID"] = start.Environment["AWS_SECRET_ACCESS_KEY"] = "any";
        start.Environment["AWS_REGION"] = "us-east-1";
        start.Environment["AMICAST_AWS_SPEED"] = $"{speed}";
        return Start(start);
    }

    internal static async Task<CommandProcess> ReadAsync(Process started)
    {
        using var process = started;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new CommandProcess(process.ExitCode, await output, await error);
    }

    internal static Process Start(params string[] arguments) => Start(Command(arguments));

    private static Process Start(ProcessStartInfo start) => Process.Start(start) ?? throw new InvalidOperationException("The command did not start.");

    private static ProcessStartInfo Command(string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        start.ArgumentList.Add(typeof(CommandLine).Assembly.Location);
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        start.WorkingDirectory = Amicast.Tests.Repository.PathOf(".");
        return start;
    }
}
