using Amicast.Simulator.Ec2.Snapshots;
using Amicast.Simulator.Events;
using Amicast.Simulator.Iam.Authorization;
using Amicast.Simulator.Iam.Authorization.Ec2;

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
                    results.Add((snapshot.Id, Delete(snapshot, call)));
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

    /// <summary>A snapshot that another image needs is skipped, and so is not asked for.</summary>
    private static string Delete(Snapshot snapshot, Call call)
    {
        if (snapshot.ImageIds.Count > 0)
        {
            return "skipped";
        }

        if (!call.Allows(ImageRules.Deletion(call, snapshot)))
        {
            return "missing-permissions";
        }

        snapshot.GoneAt = call.Now;
        return "success";
    }
}
