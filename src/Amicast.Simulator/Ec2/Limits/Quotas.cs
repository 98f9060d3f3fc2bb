using Amicast.Simulator.Ec2.Images;
using Amicast.Simulator.Ec2.Resources;
using Amicast.Simulator.Ec2.Wire;

namespace Amicast.Simulator.Ec2.Limits;

/// <summary>How much there may be at a time, by the account's limits.</summary>
internal static class Quotas
{
    /// <summary>Checks that so many more snapshot copies may run into the Region.</summary>
    /// <exception cref="Ec2Exception">ResourceLimitExceeded; it passes when copies have ended.</exception>
    internal static void CheckSnapshotCopies(this Call call, int more)
    {
        var most = call.Account.Limits.ConcurrentSnapshotCopies;
        if (!call.Region.Snapshots.HasRoomForCopies(call.AccountId, more, most, call.Now))
        {
            throw new Ec2Exception(
                "ResourceLimitExceeded", $"Too many snapshot copies in progress. The limit is {most} for this destination region.");
        }
    }

    /// <summary>Checks that the image may be given to so many, and to all.</summary>
    /// <exception cref="Ec2Exception">ResourceLimitExceeded. A choice: public sources give its code only for public images.</exception>
    internal static void CheckSharing(this Call call, Image image, PermissionChange change)
    {
        var limits = call.Account.Limits;
        var entities = image.Permissions.Union(change.Add).Except(change.Remove).Count(permission => permission != Permission.Public);
        if (change.Add.Count > 0 && entities > limits.LaunchPermissions)
        {
            throw new Ec2Exception("ResourceLimitExceeded", $"An image can be shared with at most {limits.LaunchPermissions} entities.");
        }

        var isNewlyPublic = change.Add.Contains(Permission.Public) && !image.IsPublic;
        if (isNewlyPublic && call.Region.Images.Existing(call.Now).Count(one => one.IsPublic && one.OwnerId == call.AccountId) >= limits.PublicImages)
        {
            throw new Ec2Exception(
                "ResourceLimitExceeded",
                $"You have reached your quota of {limits.PublicImages} for the number of public images allowed in this Region. Deregister unused public images or request an increase.");
        }
    }
}
