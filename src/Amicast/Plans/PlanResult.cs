using Amicast.Requests;

namespace Amicast.Plans;

/// <summary>What planning came to.</summary>
/// <param name="Plan">The plan; <see langword="null"/> where there are problems.</param>
/// <param name="Problems">Everything that keeps the run from starting, in the order of the document.</param>
/// <param name="Warnings">Everything else that is worth knowing, in the order of the document.</param>
/// <param name="Source">What the run starts from, where it was found.</param>
internal sealed record PlanResult(Plan? Plan, IReadOnlyList<Problem> Problems, IReadOnlyList<Warning> Warnings, SourceFacts? Source);
