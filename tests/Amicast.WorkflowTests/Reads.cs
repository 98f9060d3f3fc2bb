using Amicast.Simulator;

namespace Amicast.WorkflowTests;

/// <summary>Which calls change nothing.</summary>
internal static class Reads
{
    private static readonly string[] Beginnings = ["Describe", "Get", "List"];

    internal static bool Is(CallRecord call) => Array.Exists(Beginnings, beginning => call.Operation.StartsWith(beginning, StringComparison.Ordinal));
}
