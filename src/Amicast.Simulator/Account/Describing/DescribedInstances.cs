using System.Text.Json;
using Amicast.Simulator.Documents;

namespace Amicast.Simulator.Account.Describing;

/// <summary>The plain output of <c>aws ec2 describe-instances</c>, as an account to simulate.</summary>
/// <param name="Account">The account of the instances, with their Regions and every Region that needs no opt-in.</param>
/// <param name="Assumptions">What was left out, and what was assumed since the output does not say it; for people to read.</param>
/// <remarks>Source: AWS CLI command reference, <c>ec2 describe-instances</c>. Members that are not known are not looked at: AWS adds some all the time.</remarks>
public sealed record DescribedInstances(AccountDocument Account, IReadOnlyList<string> Assumptions)
{
    /// <summary>Whether <paramref name="json"/> is such an output rather than an account document: it has <c>Reservations</c>.</summary>
    public static bool IsOutput(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, StrictDocument.Options);
            return document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.TryGetProperty("Reservations", out _);
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>Reads the output.</summary>
    /// <exception cref="InvalidDocumentException">It has problems; all of them at once.</exception>
    public static DescribedInstances Parse(string json) =>
        StrictDocument.Read("output of describe-instances", json, new OutputReader().Read, ignoresUnknown: true);
}
