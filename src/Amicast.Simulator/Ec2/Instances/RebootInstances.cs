namespace Amicast.Simulator.Ec2.Instances;

/// <summary>The state stays running; the instance's own status check starts anew.</summary>
internal sealed class RebootInstances : Operation
{
    internal override Effect Prepare(Call call)
    {
        var instances = call.NamedInstances();
        if (instances.FirstOrDefault(instance => instance.Life.StateAt(call.Now) != InstanceState.Running) is { } other)
        {
            throw InstanceErrors.IncorrectState(other, "rebooted");
        }

        return () =>
        {
            foreach (var instance in instances)
            {
                instance.Life.Reboot(call.Now, call.Account.Durations);
            }

            return response => response.Flag("return", true);
        };
    }
}
