using System.Diagnostics;

namespace Amicast.Functions.Benchmarks;

/// <summary>A program that is started as a function.</summary>
internal sealed record Contender(string Name, string Program, params string[] Arguments)
{
    /// <summary>The program as it is deployed, the same without the script in front of it, the same on the JIT, and boto3; without those that are not there.</summary>
    internal static IReadOnlyList<Contender> Present()
    {
        var package = Path.GetFullPath("artifacts/functions");
        var architecture = System.Runtime.InteropServices.RuntimeInformation.ProcessArchitecture == System.Runtime.InteropServices.Architecture.Arm64 ? "arm64" : "x86_64";
        List<Contender> all =
        [
            new("native, as deployed", Path.Combine(package, "bootstrap")),
            new("native, without the script", Path.Combine(package, architecture, "bootstrap")),
            new("the same on the JIT", Path.Combine(AppContext.BaseDirectory, "bootstrap")),
        ];
        foreach (var missing in all.Where(contender => !File.Exists(contender.Program)))
        {
            Console.WriteLine($"{missing.Name}: not there; dotnet publish src/Amicast.Functions -c Release -r linux-x64 makes it.");
        }

        all.RemoveAll(contender => !File.Exists(contender.Program));
        if (PythonWithBoto3() is { } python)
        {
            all.Add(new("boto3", python, Path.Combine(AppContext.BaseDirectory, "boto3_handler.py")));
        }
        else
        {
            Console.WriteLine("boto3: not there; python3 with boto3 would be measured too.");
        }

        return all;
    }

    internal Process Start(string handler, LoopbackLambda lambda)
    {
        var start = new ProcessStartInfo(Program, Arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in lambda.Variables(handler))
        {
            start.Environment[name] = value;
        }

        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    // The interpreter itself: python3 on the path may be a script that looks for it.
    private static string? PythonWithBoto3()
    {
        try
        {
            var start = new ProcessStartInfo("python3", ["-c", "import boto3, sys; print(sys.executable)"]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
            using var python = Process.Start(start)!;
            var executable = python.StandardOutput.ReadToEnd().Trim();
            return executable.Length > 0 ? executable : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }
}
