using System.Text.Json;
using Amicast.Simulator;
using Amicast.Simulator.Faults;
using Amicast.StatesLanguage.History;
using Amicast.Storms.Courses;
using Amicast.Storms.Drawing;

namespace Amicast.Storms;

/// <summary>A storm, told: what was drawn, and then what happened, a line each.</summary>
internal static class StoryLines
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    internal static IEnumerable<string> Of(Scene scene) =>
    [
        $"seed {scene.Seed}, {(scene.IsCurable ? "whose trouble retrying cures" : "whose trouble does harm")}",
        $"request {JsonSerializer.Serialize(JsonElement.Parse(scene.Request), Indented)}",
        $"Regions {string.Join(", ", scene.Account.Regions.Select(region => region.Name))}",
        .. scene.Faults.Rules.Select(Of),
        $"an invocation in {(scene.KillProbability > 0 ? $"{1 / scene.KillProbability:F0} is killed, delivered twice or given up alive" : "none is killed")}",
        .. scene.Course.Acts.Select(Of),
    ];

    internal static string Of(CallRecord call) => $"{call.At:HH:mm:ss.fff}   {call.Region} {call.Operation} {call.Outcome}{(call.Fault is { } fault ? $" ({fault})" : "")}";

    internal static string Of(string execution, HistoryEvent happened) =>
        $"{happened.Timestamp:HH:mm:ss.fff} {execution[(execution.LastIndexOf(':') + 1)..]} {happened.Id} {happened.Type} {happened.Details?.Name}{happened.Details?.Resource?.Split(':')[^1]} {happened.Details?.Error} {happened.Details?.Cause}".TrimEnd();

    private static string Of(FaultRule rule) => $"fault {rule}";

    private static string Of(Act act) => $"act {act.Kind} after {act.Pause}{(act.Stop is { } stop ? $", stopped after {stop.After?.ToString() ?? $"{stop.Calls} calls"}" : "")}{(act.Outage is { } outage ? $", Region {outage.Region} out for {outage.Length}" : "")}";
}
