namespace Amicast.Local.Native;

/// <summary>How functions are run as processes.</summary>
/// <param name="Directory">The folder that is deployed, with <c>bootstrap</c> in it: Lambda's <c>/var/task</c>.</param>
/// <param name="Logs">Takes the lines that processes write, from any thread.</param>
public sealed record NativeOptions(string Directory, TextWriter Logs)
{
    /// <summary>More variables of the functions' environment: what the template sets, and what the program needs to be found.</summary>
    public IReadOnlyDictionary<string, string> Variables { get; init; } = new Dictionary<string, string>();

    /// <summary>How long an invocation may take, the start of its process included. Default: 60 s, as in <c>template.yaml</c>.</summary>
    public TimeSpan Timeout { get; init; } = FunctionHost.Timeout;

    /// <summary>How many processes of one function there are at most; further invocations wait for one. Default: 10, a new account's concurrency.</summary>
    public int MostProcesses { get; init; } = 10;

    /// <summary>The functions' memory, in MB, as they are told. Default: 256, as in <c>template.yaml</c>. It is not enforced.</summary>
    public int MemorySize { get; init; } = 256;

    /// <summary>The program that is run.</summary>
    internal string Program => Path.Combine(Path.GetFullPath(Directory), "bootstrap");
}
