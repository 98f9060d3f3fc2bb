using Amicast.Simulator.Ec2.Regions;
using Amicast.Simulator.Ec2.Wire;

namespace Amicast.Simulator.Ec2.Images;

/// <summary>Forbids to give images to all. A choice: it holds at once, and what is public already stays so.</summary>
internal sealed class EnableImageBlockPublicAccess : Operation
{
    internal override Effect Prepare(Call call)
    {
        var state = call.Parameters.Required("ImageBlockPublicAccessState");
        if (state is not PublicAccess.BlockNewSharing)
        {
            throw RequestErrors.InvalidValue("ImageBlockPublicAccessState", state);
        }

        return () =>
        {
            call.Region.Settings.ImageBlockPublicAccess = state;
            return response => response.Text("imageBlockPublicAccessState", state);
        };
    }
}
