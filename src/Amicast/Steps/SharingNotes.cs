using Amicast.Plans;

namespace Amicast.Steps;

/// <summary>What EC2 cannot do of the permissions that a run was asked for.</summary>
internal static class SharingNotes
{
    internal static IReadOnlyList<string>? Of(Plan? plan)
    {
        var shares = plan?.Destinations.Where(d => d.Shares).Select(d => d.Share ?? plan.Share).OfType<PlannedShare>() ?? [];
        return shares.Any(share => share.Snapshots && (share.Organizations ?? []).Concat(share.OrganizationalUnits ?? []).Any())
            ? ["EC2 shares snapshots with accounts alone: the organizations and organizational units of 'share' can launch the images, and not copy them."]
            : null;
    }
}
