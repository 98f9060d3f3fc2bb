using System.Text.Json.Nodes;
using Amicast.StatesLanguage.Execution;

namespace Amicast.Local.Announcing;

/// <summary>The event that EventBridge gives a rule's target when an execution has ended.</summary>
/// <remarks>
/// Source: "Automating Step Functions event delivery with EventBridge", AWS. Input and output are left out here, as there when they are large; the id,
/// which is EventBridge's own, is all zeros.
/// </remarks>
internal static class StatusChangeEvent
{
    internal static string Of(ExecutionDescription ended) => new JsonObject
    {
        ["version"] = "0",
        ["id"] = "00000000-0000-0000-0000-000000000000",
        ["detail-type"] = "Step Functions Execution Status Change",
        ["source"] = "aws.states",
        ["account"] = FunctionArns.AccountId,
        ["time"] = ended.StopDate!.Value.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'"),
        ["region"] = FunctionArns.Region,
        ["resources"] = new JsonArray(ended.ExecutionArn),
        ["detail"] = new JsonObject
        {
            ["executionArn"] = ended.ExecutionArn,
            ["stateMachineArn"] = ended.StateMachineArn,
            ["name"] = ended.Name,
            ["status"] = ended.Status,
            ["startDate"] = ended.StartDate.ToUnixTimeMilliseconds(),
            ["stopDate"] = ended.StopDate.Value.ToUnixTimeMilliseconds(),
            ["input"] = null,
            ["output"] = null,
            ["inputDetails"] = new JsonObject { ["included"] = false },
            ["outputDetails"] = null,
            ["error"] = ended.Error,
            ["cause"] = null,
        },
    }.ToJsonString();
}
