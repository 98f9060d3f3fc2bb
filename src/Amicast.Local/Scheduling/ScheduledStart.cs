using System.Text.Json.Nodes;
using Amicast.StatesLanguage.Execution;

namespace Amicast.Local.Scheduling;

/// <summary>What has come of one delivery of a schedule.</summary>
/// <param name="Run">The run's id; <see langword="null"/> where it came to none.</param>
/// <param name="IsDuplicate">Whether an earlier delivery had started the run, and it has ended.</param>
/// <param name="Error">Why no run was started; <see langword="null"/>: all is well.</param>
public sealed record ScheduledStart(string? Run, bool IsDuplicate, string? Error)
{
    internal static ScheduledStart Of(ExecutionDescription ended)
    {
        var output = ended.Output is null ? null : JsonNode.Parse(ended.Output)!.AsObject();
        return output is null
            ? new(null, IsDuplicate: false, $"{ended.Error ?? ended.Status}: {ended.Cause}")
            : new(output["run"]!.GetValue<string>(), output.ContainsKey("duplicate"), Error: null);
    }
}
