using Amicast.StatesLanguage.Data;
using Amicast.StatesLanguage.Definition;

namespace Amicast.StatesLanguage.Validation;

/// <summary>Reads states and their start. Names of states and labels are unique in the whole definition, nested workflows included.</summary>
internal sealed class WorkflowReader
{
    private readonly HashSet<string> _names = [];

    /// <summary>The labels of distributed Maps.</summary>
    public HashSet<string> Labels { get; } = [];

    public Workflow Read(FieldReader fields)
    {
        var startAt = fields.RequiredString("StartAt");
        var states = new Dictionary<string, State>();
        var at = fields.At.Field("States");
        if (fields.Required("States") is { } value && FieldReader.Of(value, at, fields.Problems) is not null)
        {
            ReadStates((JsonObject)value, at, fields.Problems, states);
            new TransitionCheck(startAt, (JsonObject)value, states, fields).Check();
        }

        return new Workflow(startAt ?? "", states);
    }

    private void ReadStates(JsonObject value, Location at, Problems problems, Dictionary<string, State> states)
    {
        if (value.Fields.Count == 0)
        {
            problems.Wrong(at, "There must be a state.");
        }

        foreach (var (name, state) in value.Fields)
        {
            CheckName(name, at.Field(name), problems);
            if (FieldReader.Of(state, at.Field(name), problems) is { } fields && new StateReader(this).Read(name, fields) is { } read)
            {
                states.Add(name, read);
            }
        }
    }

    private void CheckName(string name, Location at, Problems problems)
    {
        if (name.Length is 0 or > 80)
        {
            problems.Add(at, ProblemCodes.StateName, "A state's name is of 1 to 80 characters.");
        }

        if (!_names.Add(name))
        {
            problems.Add(at, ProblemCodes.Duplicate, $"There is another state '{name}'; names are unique in the whole definition.");
        }
    }
}
