using Amicast.Simulator.Faults;

namespace Amicast.Simulator;

/// <summary>One call that reached the simulated cloud.</summary>
/// <param name="At">When it took effect, or was refused or lost.</param>
/// <param name="Region">The Region of its signature.</param>
/// <param name="Operation">Its Action.</param>
/// <param name="Outcome">
/// <see cref="Succeeded"/>, EC2's error code, or <see cref="NeverArrived"/>: what happened, whether or not the caller heard of it.
/// </param>
/// <param name="Parameters">Its parameters, as they were sent.</param>
public sealed record CallRecord(
    DateTimeOffset At, string Region, string Operation, string Outcome, IReadOnlyDictionary<string, string> Parameters)
{
    /// <summary>The outcome of a call that took effect.</summary>
    public const string Succeeded = "ok";

    /// <summary>The outcome of a call that a fault kept from arriving.</summary>
    public const string NeverArrived = "never arrived";

    /// <summary>The account that it came from.</summary>
    public string AccountId { get; init; } = "";

    /// <summary>
    /// Of a call that took effect, or would have but for its DryRun: the names of the parameters that nothing looked at. The simulated account does not
    /// know them, or not here; as on EC2 they are no error and make no difference. Of a list with a hole, what comes after the hole is unknown.
    /// </summary>
    public IReadOnlyList<string> UnknownParameters { get; init; } = [];

    /// <summary>The fault of the wire that struck it, if one did.</summary>
    public FaultKind? Fault { get; init; }
}
