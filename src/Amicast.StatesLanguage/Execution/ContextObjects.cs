using Amicast.StatesLanguage.Data;

namespace Amicast.StatesLanguage.Execution;

/// <summary>Makes context objects, https://docs.aws.amazon.com/step-functions/latest/dg/input-output-contextobject.html.</summary>
internal static class ContextObjects
{
    public static JsonObject Of(StateVisit visit, DateTimeOffset entered, MapItem? item)
    {
        var execution = visit.Strand.Execution;
        var stateFields = Object(
            ("Name", new JsonString(visit.State.Name)),
            ("EnteredTime", new JsonString(Timestamps.ToText(entered))),
            ("RetryCount", new JsonNumber(visit.RetryCount)));
        var context = item is null
            ? Object(("Execution", execution.ContextPart), ("StateMachine", execution.StateMachine.ContextPart), ("State", stateFields))
            : Object(
                ("Execution", execution.ContextPart),
                ("Map", Object(("Item", Object(("Index", new JsonNumber(item.Index)), ("Value", item.Value))))),
                ("StateMachine", execution.StateMachine.ContextPart),
                ("State", stateFields));
        return visit.Token is { } token ? context.With("Task", Object(("Token", new JsonString(token.Text)))) : context;
    }

    /// <remarks>RedriveTime is there once the execution has been redriven.</remarks>
    public static JsonObject OfExecution(RunningExecution execution)
    {
        var part = Object(
            ("Id", new JsonString(execution.Arn)),
            ("Input", execution.Input),
            ("StartTime", new JsonString(Timestamps.ToText(execution.StartDate))),
            ("Name", new JsonString(execution.Name)),
            ("RoleArn", new JsonString(execution.StateMachine.RoleArn)),
            ("RedriveCount", new JsonNumber(execution.RedriveCount)));
        return execution.RedriveDate is { } time ? part.With("RedriveTime", new JsonString(Timestamps.ToText(time))) : part;
    }

    public static JsonObject OfStateMachine(string arn, string name) => Object(("Id", new JsonString(arn)), ("Name", new JsonString(name)));

    private static JsonObject Object(params (string Name, Json Value)[] fields) =>
        new(Array.ConvertAll(fields, field => new KeyValuePair<string, Json>(field.Name, field.Value)));
}
