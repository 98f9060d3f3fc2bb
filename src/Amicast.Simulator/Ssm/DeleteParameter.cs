using System.Text.Json.Nodes;
using Amicast.Simulator.Ec2;
using Amicast.Simulator.Services;

namespace Amicast.Simulator.Ssm;

/// <summary>Deletes a parameter with its whole history.</summary>
internal sealed class DeleteParameter : JsonOperation
{
    internal override JsonObject Carry(Call call)
    {
        var name = call.Parameters.Required("Name", "name");
        if (call.Region.ParameterStore.Versions(name, call.Now).Count == 0)
        {
            throw ParameterErrors.NotFound(name);
        }

        call.Region.ParameterStore.Remove(name);
        return [];
    }
}
