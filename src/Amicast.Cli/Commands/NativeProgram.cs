using System.Collections;
using Amicast.Local.Native;

namespace Amicast.Cli.Commands;

/// <summary>What <c>--native</c> and <c>--function-logs</c> name: the deployed program, and where its log goes.</summary>
internal static class NativeProgram
{
    /// <exception cref="BadOptionException">There is no program in the folder, or the log cannot be written.</exception>
    internal static NativeOptions? Open(ServeOptions options) => options.Native switch
    {
        null when options.FunctionLogs is not null => throw new BadOptionException("--function-logs: only processes write a log of their own: give --native DIR too."),
        null => null,
        { } folder when !File.Exists(Path.Combine(folder, "bootstrap")) => throw new BadOptionException(
            $"--native: there is no bootstrap in '{folder}': dotnet publish src/Amicast.Functions -c Release -r linux-x64 makes artifacts/functions."),
        { } folder => new NativeOptions(folder, Logs(options.FunctionLogs)) { Variables = Variables() },
    };

    private static TextWriter Logs(string? file)
    {
        try
        {
            var stream = file is null ? Console.OpenStandardError() : new FileStream(file, FileMode.Append, FileAccess.Write, FileShare.ReadWrite);
            return TextWriter.Synchronized(new StreamWriter(stream) { AutoFlush = true });
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new BadOptionException($"--function-logs: {error.Message}");
        }
    }

    // The deployment's settings, and where a program that is not native finds .NET. Nothing else of this environment is the functions'.
    private static Dictionary<string, string> Variables() => Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
        .Where(variable => variable.Key is "PATH" or "DOTNET_ROOT" || $"{variable.Key}".StartsWith("AMICAST_", StringComparison.Ordinal))
        .ToDictionary(variable => $"{variable.Key}", variable => $"{variable.Value}");
}
