using Amicast.StatesLanguage.Data;
using Amicast.StatesLanguage.Definition;

namespace Amicast.StatesLanguage.Execution;

/// <summary>Makes context objects, https://docs.aws.amazon.com/step-functions/latest/dg/input-output-contextobject.html.</summary>
internal static class ContextObjects
{
    public static JsonObject Of(RunningExecution execution, State state, DateTimeOffset entered, int retryCount, MapItem? item)
    {
        var stateFields = Object(
            ("Name", new JsonString(state.Name)),
            ("EnteredTime", new JsonString(Timestamps.ToText(entered))),
            ("RetryCount", new JsonNumber(retryCount)));
        return item is null
            ? Object(("Execution", execution.ContextPart), ("StateMachine", execution.StateMachine.ContextPart), ("State", stateFields))
            : Object(
                ("Execution", execution.ContextPart),
                ("Map", Object(("Item", Object(("Index", new JsonNumber(item.Index)), ("Value", item.Value))))),
                ("StateMachine", execution.StateMachine.ContextPart),
                ("State", stateFields));
    }

    public static JsonObject OfExecution(RunningExecution execution) => Object(
        ("Id", new JsonString(execution.Arn)),
        ("Input", execution.Input),
        ("StartTime", new JsonString(Timestamps.ToText(execution.StartDate))),
        ("Name", new JsonString(execution.Name)),
        ("RoleArn", new JsonString(execution.StateMachine.RoleArn)),
        ("RedriveCount", new JsonNumber(0)));

    public static JsonObject OfStateMachine(string arn, string name) => Object(("Id", new JsonString(arn)), ("Name", new JsonString(name)));

    private static JsonObject Object(params (string Name, Json Value)[] fields) =>
        new(Array.ConvertAll(fields, field => new KeyValuePair<string, Json>(field.Name, field.Value)));
}
