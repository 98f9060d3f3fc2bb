using Amicast.StatesLanguage.Data;
using Amicast.StatesLanguage.Execution;

namespace Amicast.StatesLanguage.States.Tasks;

/// <summary><c>events:putEvents</c>, https://docs.aws.amazon.com/step-functions/latest/dg/connect-eventbridge.html.</summary>
/// <remarks>The invoker gets the integration's ARN and the request, and answers as EventBridge does: <c>Entries</c> and <c>FailedEntryCount</c>.</remarks>
internal static class PutEvents
{
    public static async Task<JsonObject> CallAsync(string resource, JsonObject parameters, StateVisit visit)
    {
        var execution = visit.Strand.Execution;
        if (!parameters.TryGet("Entries", out var value) || value is not JsonArray entries)
        {
            throw DataException.Runtime("The parameter 'Entries' must be an array.");
        }

        var request = parameters.With("Entries", new JsonArray([.. entries.Items.Select(entry => WithResources(entry, execution))]));
        var answer = JsonParser.Parse(await execution.World.Invoker.InvokeAsync(new TaskInvocation(resource, request.ToText())));
        if (answer is not JsonObject fields)
        {
            throw DataException.Runtime("EventBridge did not answer with an object.");
        }

        return fields.TryGet("FailedEntryCount", out var failed) && failed is JsonNumber { Value: > 0 }
            ? throw new TaskFailedException("EventBridge.FailedEntry", answer.ToText())
            : ServiceFields.WithMetadata(fields, execution.World, new KeyValuePair<string, Json>("Content-Type", new JsonString("application/x-amz-json-1.1")));
    }

    /// <summary>The entry with the execution and its state machine among its resources, as Step Functions adds them.</summary>
    private static Json WithResources(Json entry, RunningExecution execution)
    {
        if (entry is not JsonObject fields)
        {
            throw DataException.Runtime($"An entry of 'Entries' must be an object, and is {entry}.");
        }

        IEnumerable<Json> given = fields.TryGet("Resources", out var value) && value is JsonArray resources ? resources.Items : [];
        return fields.With("Resources", new JsonArray([.. given, new JsonString(execution.Arn), new JsonString(execution.StateMachine.Arn)]));
    }
}
