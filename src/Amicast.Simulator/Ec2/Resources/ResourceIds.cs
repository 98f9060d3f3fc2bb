using System.Buffers;
using Amicast.Simulator.Ec2.Wire;
using Amicast.VirtualTime;

namespace Amicast.Simulator.Ec2.Resources;

/// <summary>Ids as EC2 gives them: a prefix and 17 hexadecimal digits, the first a zero. Old ids have 8 digits.</summary>
/// <param name="chance">What they are drawn from.</param>
/// <param name="taken">Digits that are not given again, whatever they were the id of: those of a document that was saved, in a world with the seed of the one before.</param>
internal sealed class ResourceIds(Chance chance, IReadOnlySet<string>? taken = null)
{
    private const int Digits = 17;
    private const int OldDigits = 8;
    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdef");

    // Every call has a request id: drawn apart, so that one more look does not change the ids of what is made.
    private readonly Chance _requests = chance.Fork("requests");

    internal string Next(string prefix)
    {
        string digits;
        do
        {
            digits = $"0{chance.NextHex(Digits - 1)}";
        }
        while (taken?.Contains(digits) == true);

        return $"{prefix}-{digits}";
    }

    /// <summary>Fleets have ids of another form.</summary>
    internal string NextFleet() => $"fleet-{NextUuid(chance)}";

    internal string NextRequestId() => NextUuid(_requests);

    private static string NextUuid(Chance chance) =>
        $"{chance.NextHex(8)}-{chance.NextHex(4)}-{chance.NextHex(4)}-{chance.NextHex(4)}-{chance.NextHex(12)}";

    /// <summary>What stands behind an id's prefix.</summary>
    internal static string DigitsOf(string id) => id[(id.LastIndexOf('-') + 1)..];

    internal static bool IsWellFormed(string id, string prefix) =>
        id.Length - prefix.Length - 1 is Digits or OldDigits
        && id.StartsWith(prefix, StringComparison.Ordinal)
        && id[prefix.Length] == '-'
        && !id.AsSpan(prefix.Length + 1).ContainsAnyExcept(HexDigits);

    /// <exception cref="Ec2Exception"><paramref name="code"/>, for an id that no such resource can have.</exception>
    internal static string Check(string id, string prefix, string code) =>
        IsWellFormed(id, prefix) ? id : throw new Ec2Exception(code, $"Invalid id: \"{id}\" (expecting \"{prefix}-...\")");
}
