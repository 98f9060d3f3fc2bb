using Amicast.Simulator.Ec2.Wire;

namespace Amicast.Simulator.Ec2.Instances;

/// <summary>What starting, stopping and terminating share: all named instances change, or none.</summary>
internal abstract class ChangeInstances : Operation
{
    /// <exception cref="Ec2Exception">The instance is not in a state for it.</exception>
    private protected abstract void Check(Instance instance, Call call);

    /// <summary>What can go wrong at the moment of the effect, before any instance has changed.</summary>
    /// <exception cref="Ec2Exception">None of the instances changes.</exception>
    private protected virtual void Begin(IReadOnlyList<Instance> instances, Call call)
    {
    }

    private protected abstract void Change(Instance instance, Call call);

    internal sealed override Effect Prepare(Call call)
    {
        var instances = call.NamedInstances();
        foreach (var instance in instances)
        {
            Check(instance, call);
        }

        return () =>
        {
            Begin(instances, call);
            var before = instances.Select(instance => instance.Life.StateAt(call.Now)).ToList();
            foreach (var instance in instances)
            {
                Change(instance, call);
            }

            var changes = instances.Select((instance, i) => (instance.Id, Before: before[i], After: instance.Life.StateAt(call.Now)));
            return response => response.List("instancesSet", changes, static (writer, change) =>
            {
                writer.Text("instanceId", change.Id);
                writer.WriteState("currentState", change.After);
                writer.WriteState("previousState", change.Before);
            });
        };
    }
}
