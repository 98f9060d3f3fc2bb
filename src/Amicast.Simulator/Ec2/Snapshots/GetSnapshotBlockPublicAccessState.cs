namespace Amicast.Simulator.Ec2.Snapshots;

internal sealed class GetSnapshotBlockPublicAccessState : Operation
{
    internal override Effect Prepare(Call call) => () =>
    {
        var state = call.Region.Settings.SnapshotBlockPublicAccess;
        return response =>
        {
            response.Text("state", state);
            response.Text("managedBy", "account");
        };
    };
}
