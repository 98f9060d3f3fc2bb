using Amicast.Plans.Previews;
using Amicast.Requests;

namespace Amicast.Plans;

/// <summary>What planning came to.</summary>
/// <param name="Plan">The plan; <see langword="null"/> where there are problems.</param>
/// <param name="Problems">Everything that keeps the run from starting, in the order of the document.</param>
/// <param name="Warnings">Everything else that is worth knowing, in the order of the document.</param>
/// <param name="Changes">What is there now in the source Region, or in no Region, and will be changed.</param>
/// <param name="RegionChanges">What is there now in each Region, and will be changed.</param>
/// <param name="Estimate">How long the plan takes; <see langword="null"/> where there is none.</param>
internal sealed record PlanResult(
    Plan? Plan,
    IReadOnlyList<Problem> Problems,
    IReadOnlyList<Warning> Warnings,
    IReadOnlyList<string> Changes,
    IReadOnlyDictionary<string, IReadOnlyList<string>> RegionChanges,
    PlanEstimate? Estimate);
