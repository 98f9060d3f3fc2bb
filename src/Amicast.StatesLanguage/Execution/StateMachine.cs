using Amicast.StatesLanguage.Data;
using Amicast.StatesLanguage.Definition;

namespace Amicast.StatesLanguage.Execution;

/// <summary>A registered state machine.</summary>
internal sealed record StateMachine(string Arn, string Name, string RoleArn, StateMachineDefinition Definition, DateTimeOffset CreationDate)
{
    public JsonObject ContextPart { get; } = ContextObjects.OfStateMachine(Arn, Name);

    /// <summary>The ARN of its execution <paramref name="execution"/>.</summary>
    public string ExecutionArn(string execution) => $"{Arn.Replace(":stateMachine:", ":execution:", StringComparison.Ordinal)}:{execution}";
}
