namespace Amicast.Plans.Previews;

/// <summary>How long a run will take and what it will store and transfer: an estimate, since EC2 promises none of it.</summary>
/// <param name="LeastMinutes">The shortest that is likely, in minutes.</param>
/// <param name="MostMinutes">The longest that is likely, in minutes.</param>
/// <param name="SourceGiB">The size of the source's volumes together, in GiB; <see langword="null"/> where EC2 does not show it.</param>
/// <param name="StoredGiB">How much the new snapshots hold at most, in GiB.</param>
/// <param name="TransferredGiB">How much is copied between Regions at most, in GiB.</param>
/// <param name="Basis">How it was come by, in sentences.</param>
public sealed record PlanEstimate(int LeastMinutes, int MostMinutes, int? SourceGiB, int? StoredGiB, int? TransferredGiB, IReadOnlyList<string> Basis);
