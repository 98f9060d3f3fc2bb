using Amicast.StatesLanguage.Definition;

namespace Amicast.StatesLanguage.Execution;

/// <summary>The operations on state machines, as the protocol has them.</summary>
public sealed partial class LocalStepFunctions
{
    /// <summary>Creates a state machine, or returns the one of the same name and definition, with the role that it has.</summary>
    internal StateMachine CreateStateMachine(string name, string definition, string roleArn)
    {
        clock.AssertOnThread();
        Names.Check(name);
        Arns.CheckRole(roleArn);
        var created = NewStateMachine(name, ReadDefinition(definition), roleArn);
        if (!_stateMachines.TryGetValue(created.Arn, out var there))
        {
            return _stateMachines[created.Arn] = created;
        }

        return there.Definition.Text == definition
            ? there
            : throw new StepFunctionsException("StateMachineAlreadyExists", $"State Machine Already Exists: '{created.Arn}'");
    }

    /// <summary>Changes a state machine and returns when; executions that run go on with what they started with.</summary>
    internal DateTimeOffset UpdateStateMachine(string arn, string? definition, string? roleArn)
    {
        var there = DescribeStateMachine(arn);
        if (definition is null && roleArn is null)
        {
            throw new StepFunctionsException("MissingRequiredParameter", "Either the definition or the role ARN must be specified");
        }

        if (roleArn is not null)
        {
            Arns.CheckRole(roleArn);
        }

        _stateMachines[arn] = there with
        {
            Definition = definition is null ? there.Definition : ReadDefinition(definition),
            RoleArn = roleArn ?? there.RoleArn,
        };
        return clock.GetUtcNow();
    }

    internal StateMachine DescribeStateMachine(string arn)
    {
        clock.AssertOnThread();
        return FindStateMachine(arn);
    }

    /// <summary>One page of state machines in the order of their names, and the token of the next.</summary>
    internal (IReadOnlyList<StateMachine> Page, string? NextToken) ListStateMachines(int maxResults, string? nextToken)
    {
        const string Scope = "state machines";
        clock.AssertOnThread();
        var all = _stateMachines.Values.OrderBy(one => one.Name, StringComparer.Ordinal).ToList();
        var at = Paging.Start(nextToken, Scope, 0, all.Count);
        var page = all.Skip(at).Take(Paging.PageSize(maxResults)).ToList();
        return (page, at + page.Count < all.Count ? Paging.Token(Scope, at + page.Count) : null);
    }

    /// <summary>Deletes a state machine, if there is one. Its executions that run go on to their end.</summary>
    internal void DeleteStateMachine(string arn)
    {
        clock.AssertOnThread();
        Arns.Check(arn, "stateMachine");
        _stateMachines.Remove(arn);
    }

    private static StateMachineDefinition ReadDefinition(string definition)
    {
        try
        {
            return StateMachineDefinition.Parse(definition);
        }
        catch (InvalidDefinitionException e)
        {
            var problems = e.Problems.Select(problem => $"{problem.Code}: {problem.Message} at {problem.Location}");
            throw new StepFunctionsException("InvalidDefinition", $"Invalid State Machine Definition: '{string.Join(", ", problems)}'");
        }
    }

    private StateMachine NewStateMachine(string name, StateMachineDefinition definition, string? roleArn = null)
    {
        var partition = Arns.PartitionOf(region);
        return new StateMachine(
            $"arn:{partition}:states:{region}:{accountId}:stateMachine:{name}",
            name,
            roleArn ?? $"arn:{partition}:iam::{accountId}:role/{name}",
            definition,
            clock.GetUtcNow());
    }
}
