namespace Amicast.Simulator.Ec2.Snapshots;

internal sealed class DeleteSnapshot : Operation
{
    internal override Effect Prepare(Call call)
    {
        var snapshot = call.OwnSnapshot();
        if (snapshot.IsInUse(call.Now))
        {
            throw SnapshotErrors.InUse(snapshot.Id, snapshot.ImageIds.FirstOrDefault() ?? "an image");
        }

        return () =>
        {
            snapshot.GoneAt = call.Now;
            return response => response.Flag("return", true);
        };
    }
}
