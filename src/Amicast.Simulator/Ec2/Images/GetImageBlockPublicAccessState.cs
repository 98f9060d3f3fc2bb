namespace Amicast.Simulator.Ec2.Images;

internal sealed class GetImageBlockPublicAccessState : Operation
{
    internal override Effect Prepare(Call call) => () =>
    {
        var state = call.Region.Settings.ImageBlockPublicAccess;
        return response =>
        {
            response.Text("imageBlockPublicAccessState", state);
            response.Text("managedBy", "account");
        };
    };
}
