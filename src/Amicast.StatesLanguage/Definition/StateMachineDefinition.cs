using Amicast.StatesLanguage.Validation;

namespace Amicast.StatesLanguage.Definition;

/// <summary>A state machine in the Amazon States Language (JSONPath), read, checked and ready to run.</summary>
/// <remarks>Source: https://states-language.net/spec.html and the Step Functions developer guide.</remarks>
public sealed class StateMachineDefinition
{
    internal StateMachineDefinition(string text, Workflow workflow, TimeSpan? timeout) => (Text, Workflow, Timeout) = (text, workflow, timeout);

    /// <summary>The JSON text that it was read from.</summary>
    public string Text { get; }

    /// <summary>After which time an execution ends as TIMED_OUT (the definition's TimeoutSeconds), if it says so.</summary>
    public TimeSpan? Timeout { get; }

    internal Workflow Workflow { get; }

    /// <summary>Reads a definition.</summary>
    /// <param name="json">The definition's JSON text; at most 1 MiB, as on AWS.</param>
    /// <exception cref="InvalidDefinitionException">The definition is wrong, or uses what this engine does not run; it lists everything at once.</exception>
    public static StateMachineDefinition Parse(string json) => DefinitionReader.Read(json);
}
