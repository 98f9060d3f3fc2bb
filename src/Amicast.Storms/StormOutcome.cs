using Amicast.Storms.Invariants;
using Amicast.Storms.Tallies;

namespace Amicast.Storms;

/// <summary>What became of one storm.</summary>
/// <param name="Seed">Its seed.</param>
/// <param name="Breaches">The promises that were not kept; none: all is well.</param>
/// <param name="Tally">What happened in it.</param>
public sealed record StormOutcome(long Seed, IReadOnlyList<Breach> Breaches, StormTally Tally);
