using Amicast.Simulator.Ec2.Regions;

namespace Amicast.Simulator.Account;

/// <summary>Makes the parameters of a Region.</summary>
internal sealed class ParameterFounding(Region region, DateTimeOffset start)
{
    internal void Found(IReadOnlyList<ParameterDocument> parameters)
    {
        foreach (var parameter in parameters)
        {
            var name = parameter.Name;
            region.ParameterStore.Tag(name, parameter.Tags);
            foreach (var said in parameter.Versions)
            {
                region.ParameterStore.Add(
                    name, new(said.Version, said.Type, said.Value, said.DataType, said.Description, said.LastModifiedDate ?? start));
            }
        }
    }
}
