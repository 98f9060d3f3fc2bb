using Amicast.Simulator.Ec2.Snapshots;
using Amicast.Simulator.Events;

namespace Amicast.Simulator.Ec2.Images;

/// <summary>Ends an image, in whatever state; a pending copy of it stops being one. Its snapshots stay, unless they are to go with it.</summary>
/// <remarks>A choice: the snapshots of a pending image go on to their own end.</remarks>
internal sealed class DeregisterImage : Operation
{
    internal override Effect Prepare(Call call)
    {
        var image = call.OwnImage();
        if (image.Protection.HoldsAt(call.Now))
        {
            throw ImageErrors.Protected(image);
        }

        var deletesSnapshots = call.Parameters.Flag("DeleteAssociatedSnapshots") == true;
        return () =>
        {
            image.GoneAt = call.Now;
            call.Announce(image, ImageEvents.Deregistered);
            call.Region.HeldNames.Hold(image, call);
            var results = new List<(string SnapshotId, string ReturnCode)>();
            foreach (var snapshot in image.Devices.Select(device => device.Snapshot).Where(snapshot => snapshot.Exists(call.Now)))
            {
                snapshot.ImageIds.Remove(image.Id);
                snapshot.InUseUntil = call.Now + call.Account.Durations.Release();
                if (deletesSnapshots)
                {
                    results.Add((snapshot.Id, Delete(snapshot, call.Now)));
                }
            }

            return response =>
            {
                response.Flag("return", true);
                response.List("deleteSnapshotResultSet", results, static (writer, result) =>
                {
                    writer.Text("snapshotId", result.SnapshotId);
                    writer.Text("returnCode", result.ReturnCode);
                });
            };
        };
    }

    /// <summary>A snapshot that another image needs is skipped.</summary>
    private static string Delete(Snapshot snapshot, DateTimeOffset now)
    {
        if (snapshot.ImageIds.Count > 0)
        {
            return "skipped";
        }

        snapshot.GoneAt = now;
        return "success";
    }
}
