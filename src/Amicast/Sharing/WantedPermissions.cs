using Amicast.Plans;
using Amicast.Reports;
using Amicast.Requests;

namespace Amicast.Sharing;

/// <summary>What the permissions of one image or snapshot are to come to.</summary>
/// <remarks>
/// <list type="table">
/// <item><term>mode <c>add</c></term><description>who is listed holds it too; <c>private</c> revokes the group <c>all</c>; the rest stays</description></item>
/// <item><term>mode <c>exact</c></term><description>who is listed holds it, and nobody else</description></item>
/// <item><term>mode <c>exact</c>, snapshots not shared along</term><description>nobody holds the snapshots</description></item>
/// </list>
/// </remarks>
internal sealed class WantedPermissions
{
    private readonly HashSet<string> _listed;
    private readonly bool _exact;
    private readonly bool _private;

    private WantedPermissions(IEnumerable<string> listed, PlannedShare share)
    {
        (_listed, _exact, _private) = ([.. listed], share.Mode == ShareMode.Exact, share.Visibility == Visibility.Private);
    }

    /// <summary>These holders and nobody else.</summary>
    internal static WantedPermissions Exactly(IReadOnlyList<string> holders) => new(holders, new PlannedShare(null, [], Snapshots: false, Mode: ShareMode.Exact));

    internal static WantedPermissions OfImage(PlannedShare share) =>
        new([.. Everyone(share), .. share.Accounts, .. share.Organizations ?? [], .. share.OrganizationalUnits ?? []], share);

    /// <summary>Those of each snapshot; none where the snapshots are to stay as they are.</summary>
    internal static WantedPermissions? OfSnapshots(PlannedShare share) => (share.Snapshots, share.Mode) switch
    {
        (true, _) => new([.. Everyone(share), .. share.Accounts], share),
        (false, ShareMode.Exact) => new([], share),
        _ => null,
    };

    /// <summary>Who is to hold it and does not.</summary>
    internal IReadOnlyList<string> MissingFrom(IReadOnlyList<string> found) => [.. _listed.Except(found)];

    /// <summary>Who holds it and is not to.</summary>
    internal IReadOnlyList<string> SurplusIn(IReadOnlyList<string> found) =>
        [.. found.Where(holder => !_listed.Contains(holder) && (_exact || (_private && holder == IPermissions.Everyone)))];

    internal bool IsMetBy(IReadOnlyList<string> found) => MissingFrom(found).Count == 0 && SurplusIn(found).Count == 0;

    /// <summary>Who holds it, as a difference to who was listed.</summary>
    internal Holders Compare(IReadOnlyList<string> found)
    {
        var others = found.Where(holder => holder != IPermissions.Everyone).ToList();
        return new Holders(
            found.Contains(IPermissions.Everyone), others.Count(_listed.Contains), [.. others.Where(holder => !_listed.Contains(holder)).Order(StringComparer.Ordinal)]);
    }

    private static IEnumerable<string> Everyone(PlannedShare share) => share.Visibility == Visibility.Public ? [IPermissions.Everyone] : [];
}
