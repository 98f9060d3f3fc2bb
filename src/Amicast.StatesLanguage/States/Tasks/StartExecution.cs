using Amicast.StatesLanguage.Data;
using Amicast.StatesLanguage.Definition;
using Amicast.StatesLanguage.Execution;

namespace Amicast.StatesLanguage.States.Tasks;

/// <summary><c>states:startExecution</c>, https://docs.aws.amazon.com/step-functions/latest/dg/connect-stepfunctions.html.</summary>
internal static class StartExecution
{
    public static JsonObject Call(JsonObject parameters, IntegrationPattern pattern, StateVisit visit)
    {
        var world = visit.Strand.Execution.World;
        try
        {
            var input = parameters.TryGet("Input", out var given) ? given.ToText() : null;
            var started = world.StepFunctions.StartExecution(
                ServiceFields.RequiredString(parameters, "StateMachineArn"), ServiceFields.OptionalString(parameters, "Name"), input);
            if (pattern == IntegrationPattern.Sync)
            {
                visit.Strand.Stopping = () => world.StepFunctions.StopExecution(started.ExecutionArn);
            }

            var answer = new JsonObject([new("ExecutionArn", new JsonString(started.ExecutionArn)), new("StartDate", Milliseconds(started.StartDate))]);
            return ServiceFields.WithMetadata(answer, world, new KeyValuePair<string, Json>("Content-Type", new JsonString("application/x-amz-json-1.0")));
        }
        catch (StepFunctionsException e)
        {
            var name = e.Code.EndsWith("Exception", StringComparison.Ordinal) ? e.Code : e.Code + "Exception";
            throw new TaskFailedException($"StepFunctions.{name}", e.Message);
        }
    }

    /// <summary>Waits for the execution's end; its input and output are JSON, not text (<c>.sync:2</c>).</summary>
    /// <exception cref="TaskFailedException">It did not succeed: States.TaskFailed, its description as the cause.</exception>
    public static async Task<JsonObject> FinishAsync(JsonObject started, StateVisit visit)
    {
        var arn = ServiceFields.RequiredString(started, "ExecutionArn");
        var ended = await visit.Strand.Execution.World.StepFunctions.WaitForExecutionAsync(arn);
        var description = Describe(ended);
        return ended.Status == ExecutionStatus.Succeeded ? description : throw new TaskFailedException(ErrorNames.TaskFailed, description.ToText());
    }

    private static JsonObject Describe(ExecutionDescription execution)
    {
        (string Name, Json? Value)[] fields =
        [
            ("Cause", TextOf(execution.Cause)),
            ("Error", TextOf(execution.Error)),
            ("ExecutionArn", new JsonString(execution.ExecutionArn)),
            ("Input", JsonParser.Parse(execution.Input)),
            ("InputDetails", Included()),
            ("Name", new JsonString(execution.Name)),
            ("Output", execution.Output is { } output ? JsonParser.Parse(output) : null),
            ("OutputDetails", execution.Output is null ? null : Included()),
            ("RedriveCount", new JsonNumber(execution.RedriveCount)),
            ("StartDate", Milliseconds(execution.StartDate)),
            ("StateMachineArn", new JsonString(execution.StateMachineArn)),
            ("Status", new JsonString(execution.Status)),
            ("StopDate", Milliseconds(execution.StopDate!.Value)),
        ];
        return new JsonObject([.. fields.Where(field => field.Value is not null).Select(field => new KeyValuePair<string, Json>(field.Name, field.Value!))]);
    }

    private static JsonString? TextOf(string? text) => text is null ? null : new JsonString(text);

    private static JsonObject Included() => new([new("Included", JsonLiteral.True)]);

    private static JsonNumber Milliseconds(DateTimeOffset time) => new(time.ToUnixTimeMilliseconds());
}
