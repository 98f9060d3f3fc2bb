using Amicast.StatesLanguage.Data;
using Amicast.StatesLanguage.Definition;

namespace Amicast.StatesLanguage.Validation;

/// <summary>Checks that every transition of a workflow leads to a state of it, and that every state is led to, and that one ends it.</summary>
/// <param name="startAt">The state to start at; null if that was wrong already.</param>
/// <param name="declared">All states by name, also those that could not be read.</param>
/// <param name="states">The states that could be read.</param>
/// <param name="workflow">The workflow's fields.</param>
internal sealed class TransitionCheck(string? startAt, JsonObject declared, IReadOnlyDictionary<string, State> states, FieldReader workflow)
{
    private readonly Location _at = workflow.At.Field("States");

    public void Check()
    {
        if (startAt is not null)
        {
            CheckTarget(startAt, workflow.At.Field("StartAt"));
        }

        foreach (var (target, at) in states.Values.SelectMany(TargetsOf))
        {
            CheckTarget(target, at);
        }

        // Where the way is broken, what lies behind it would be reported for nothing.
        if (startAt is not null && states.ContainsKey(startAt) && states.Count == declared.Fields.Count)
        {
            CheckReach(startAt);
            CheckEnd();
        }
    }

    private void CheckEnd()
    {
        var leadsOn = states.Values.All(state => state is ChoiceState || state.Next is not null);
        if (leadsOn && states.Values.SelectMany(TargetsOf).All(target => declared.TryGet(target.Target, out _)))
        {
            workflow.Problems.Add(workflow.At, ProblemCodes.EndState, "The workflow has no state that ends it.");
        }
    }

    private void CheckTarget(string target, Location at)
    {
        if (!declared.TryGet(target, out _))
        {
            workflow.Problems.Add(at, ProblemCodes.Target, $"There is no state '{target}' beside this one.");
        }
    }

    private void CheckReach(string start)
    {
        var reached = new HashSet<string>();
        var left = new Stack<string>([start]);
        while (left.TryPop(out var name))
        {
            if (states.TryGetValue(name, out var state) && reached.Add(name))
            {
                foreach (var (target, _) in TargetsOf(state))
                {
                    left.Push(target);
                }
            }
        }

        foreach (var name in states.Keys.Where(name => !reached.Contains(name)))
        {
            workflow.Problems.Add(_at.Field(name), ProblemCodes.Target, $"State '{name}' is not reachable.");
        }
    }

    private IEnumerable<(string Target, Location At)> TargetsOf(State state)
    {
        var at = _at.Field(state.Name);
        var targets = new List<(string? Target, Location At)> { (state.Next, at.Field("Next")) };
        if (state is ChoiceState choice)
        {
            targets.AddRange(choice.Choices.Select((rule, index) => (rule.Next, at.Field("Choices").Item(index).Field("Next"))));
            targets.Add((choice.Default, at.Field("Default")));
        }

        if (state is WorkState work)
        {
            targets.AddRange(work.Catch.Select((catcher, index) => (catcher.Next, at.Field("Catch").Item(index).Field("Next"))));
        }

        return targets.Where(target => target.Target is not null)!;
    }
}
