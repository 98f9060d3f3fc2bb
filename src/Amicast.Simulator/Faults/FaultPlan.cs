using Amicast.Simulator.Documents;

namespace Amicast.Simulator.Faults;

/// <summary>The trouble that a simulated cloud makes.</summary>
/// <param name="Rules">Looked at in this order; of the faults of the wire, the first that strikes is the one.</param>
public sealed record FaultPlan(IReadOnlyList<FaultRule> Rules)
{
    /// <summary>No trouble.</summary>
    public static FaultPlan None { get; } = new([]);

    /// <summary>Reads a plan: <c>{"faults":[{"kind":"imageFails","operation":"CopyImage","region":"eu-central-1","probability":1}]}</c>.</summary>
    /// <exception cref="InvalidDocumentException">It has problems; all of them at once.</exception>
    public static FaultPlan Parse(string json) => StrictDocument.Read("fault plan", json, FaultPlanReader.Read);

    /// <summary>A mixture of the trouble that passes: throttles, server errors, lost answers, and not found after creation.</summary>
    /// <param name="probability">How likely a call is struck, 0 to 1; half of it throttles, a quarter each server errors and lost answers.</param>
    /// <exception cref="ArgumentOutOfRangeException">The probability is not within 0 to 1.</exception>
    public static FaultPlan FromProbability(double probability)
    {
        if (probability is not (>= 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(probability), probability, "A probability lies within 0 to 1.");
        }

        return new(
        [
            new(FaultKind.Throttle) { Probability = probability / 2 },
            new(FaultKind.ServerError) { Probability = OfTheRest(probability / 4, probability / 2) },
            new(FaultKind.LostAnswer) { Probability = OfTheRest(probability / 4, probability * 3 / 4) },
            new(FaultKind.NotFoundAfterCreation) { Probability = probability },
        ]);
    }

    /// <summary>A rule is asked only where those before it did not strike; so its share is one of what they leave.</summary>
    private static double OfTheRest(double share, double taken) => share / (1 - taken);
}
