using Amicast.Simulator.Ec2.Regions;

namespace Amicast.Simulator.Ec2.Images;

internal sealed class DisableImageBlockPublicAccess : Operation
{
    internal override Effect Prepare(Call call) => () =>
    {
        call.Region.Settings.ImageBlockPublicAccess = PublicAccess.Unblocked;
        return response => response.Text("imageBlockPublicAccessState", PublicAccess.Unblocked);
    };
}
