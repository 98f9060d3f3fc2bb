using System.Buffers.Text;
using System.Globalization;
using System.Text;
using Amicast.Simulator.Ec2.Wire;

namespace Amicast.Simulator.Ec2.Resources;

/// <summary>Which part of a listing a request asks for: what comes after an item, and at most how many.</summary>
/// <remarks>The token holds the last item's place in the order of creation, so a page is right whatever came or went since the last.</remarks>
internal sealed record Page(long After, int Most)
{
    private const string Mark = "after:";

    /// <exception cref="Ec2Exception">InvalidParameterValue, InvalidNextToken, InvalidParameterCombination.</exception>
    internal static Page Read(Parameters parameters, int least, int most, bool hasIds)
    {
        var size = parameters.Number("MaxResults");
        if (size < least || size > most)
        {
            throw RequestErrors.InvalidValue($"Value ( {size} ) for parameter maxResults is invalid. Expecting a value between {least} and {most}.");
        }

        if (size is not null && hasIds)
        {
            throw RequestErrors.InvalidCombination("The parameter MaxResults cannot be used together with a list of ids.");
        }

        var token = parameters.Text("NextToken");
        return new(string.IsNullOrEmpty(token) ? 0 : Decode(token), size ?? int.MaxValue);
    }

    /// <summary>Cuts this page out of what comes after <see cref="After"/>, in ascending order of <paramref name="place"/>.</summary>
    internal List<T> Cut<T>(IEnumerable<T> rest, Func<T, long> place, out string? nextToken)
    {
        var page = Most == int.MaxValue ? [.. rest] : rest.Take(Most + 1).ToList();
        nextToken = null;
        if (page.Count > Most)
        {
            page.RemoveAt(Most);
            nextToken = TokenAfter(place(page[^1]));
        }

        return page;
    }

    private static string TokenAfter(long sequence) => Base64Url.EncodeToString(Encoding.ASCII.GetBytes($"{Mark}{sequence}"));

    private static long Decode(string token)
    {
        if (Base64Url.IsValid(token))
        {
            var text = Encoding.ASCII.GetString(Base64Url.DecodeFromChars(token));
            if (text.StartsWith(Mark, StringComparison.Ordinal)
                && long.TryParse(text.AsSpan(Mark.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var sequence))
            {
                return sequence;
            }
        }

        throw new Ec2Exception("InvalidNextToken", $"The token '{token}' is invalid");
    }
}
