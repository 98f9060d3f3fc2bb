using System.Text.Json.Nodes;
using Amicast.Simulator.Faults;
using Amicast.StatesLanguage.Execution;
using Amicast.Tests;

namespace Amicast.WorkflowTests.Announcements;

/// <summary>Whatever ends an execution, one completion event says so, with the report.</summary>
public sealed class EveryEndTests
{
    private static readonly FaultPlan CopiesFail = new([new FaultRule(FaultKind.ImageFails) { Operation = "CopyImage", Region = "eu-central-1" }]);

    [Fact]
    public void A_run_that_succeeds_is_announced_with_its_report() => Announced("succeeded", new AnnouncedRehearsal());

    [Fact]
    public void A_run_that_fails_is_announced_with_its_report() => Announced("failed", new AnnouncedRehearsal(CopiesFail));

    [Fact]
    public void A_run_of_which_a_tolerated_Region_fails_is_announced_as_partial() => Announced(
        "partial", new AnnouncedRehearsal(CopiesFail), Rehearsal.MoveInstance.Replace("\"share\"", "\"tolerateFailedRegions\": 1, \"share\"", StringComparison.Ordinal));

    [Fact]
    public void A_request_that_is_refused_is_announced() => Announced(
        "refused", new AnnouncedRehearsal(), Rehearsal.MoveInstance.Replace("eu-central-1", "eu-cental-1", StringComparison.Ordinal));

    [Fact]
    public void A_run_that_a_broken_definition_ends_is_announced_with_what_exists_and_what_was_under_way() => Announced(
        "runtime", new AnnouncedRehearsal(edit: definition => definition.Replace("$.record.image.waitSeconds", "$.record.image.nothing", StringComparison.Ordinal)));

    [Fact]
    public void A_run_whose_data_grow_too_large_is_announced_with_what_exists_and_what_was_under_way() => Announced(
        "data-limit", new AnnouncedRehearsal(around: (functions, _) => new TooMuch(functions, "ShareImage")));

    [Fact]
    public void A_run_that_is_stopped_while_it_copies_is_announced_with_what_exists_and_what_was_under_way() =>
        Announced("aborted", new AnnouncedRehearsal(), stopAfter: TimeSpan.FromMinutes(12));

    [Fact]
    public void A_run_that_is_stopped_before_there_is_a_plan_is_announced() =>
        Announced("aborted-at-once", new AnnouncedRehearsal(), stopAfter: TimeSpan.FromMilliseconds(10));

    [Fact]
    public void A_run_that_lasts_too_long_is_announced_with_what_exists_and_what_was_under_way() => Announced(
        "timed-out", new AnnouncedRehearsal(edit: definition => With(definition, root => root["TimeoutSeconds"] = 900)));

    internal static string With(string definition, Action<JsonNode> change)
    {
        var root = JsonNode.Parse(definition)!;
        change(root);
        return root.ToJsonString();
    }

    private static void Announced(string name, AnnouncedRehearsal rehearsal, string? request = null, TimeSpan? stopAfter = null)
    {
        rehearsal.Run(request, stopAfter);

        Approved.Check($"{name}.json", rehearsal.TheEvent());
        Assert.Empty(rehearsal.Lost);
    }

    /// <summary>A function whose answer is more than state data may be.</summary>
    private sealed class TooMuch(ITaskInvoker functions, string handler) : ITaskInvoker
    {
        public async Task<string> InvokeAsync(TaskInvocation invocation)
        {
            var answer = await functions.InvokeAsync(invocation);
            return invocation.Resource.EndsWith($":{handler}", StringComparison.Ordinal) ? $"\"{new string('x', 300_000)}\"" : answer;
        }
    }
}
