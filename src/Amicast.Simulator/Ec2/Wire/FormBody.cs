using System.Text;
using System.Text.Unicode;

namespace Amicast.Simulator.Ec2.Wire;

/// <summary>A form-urlencoded body, as the EC2 Query protocol sends its parameters.</summary>
internal static class FormBody
{
    private const byte Percent = (byte)'%';
    private const byte Plus = (byte)'+';

    /// <summary>The parameters by name; of a name that stands there twice, the last counts.</summary>
    /// <returns>Null, if there is a percent sign without two hexadecimal digits, or what is decoded is not UTF-8.</returns>
    internal static Dictionary<string, string>? Parse(ReadOnlySpan<byte> body)
    {
        var parameters = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var range in body.Split((byte)'&'))
        {
            var pair = body[range];
            var equals = pair.IndexOf((byte)'=');
            var (name, value) = (Decode(equals < 0 ? pair : pair[..equals]), equals < 0 ? "" : Decode(pair[(equals + 1)..]));
            if (name is null || value is null)
            {
                return null;
            }

            if (!pair.IsEmpty)
            {
                parameters[name] = value;
            }
        }

        return parameters;
    }

    private static string? Decode(ReadOnlySpan<byte> text)
    {
        if (!text.ContainsAny(Percent, Plus))
        {
            return ToText(text);
        }

        var octets = new byte[text.Length];
        var length = 0;
        for (var at = 0; at < text.Length; at++)
        {
            var octet = text[at];
            if (octet == Percent && !TryUnescape(text, ref at, out octet))
            {
                return null;
            }

            octets[length++] = text[at] == Plus ? (byte)' ' : octet;
        }

        return ToText(octets.AsSpan(0, length));
    }

    /// <summary>Reads the two digits behind the percent sign at <paramref name="at"/>, and moves on to the second.</summary>
    private static bool TryUnescape(ReadOnlySpan<byte> text, ref int at, out byte octet)
    {
        octet = 0;
        if (at + 2 >= text.Length || !char.IsAsciiHexDigit((char)text[at + 1]) || !char.IsAsciiHexDigit((char)text[at + 2]))
        {
            return false;
        }

        octet = (byte)((Digit(text[at + 1]) << 4) | Digit(text[at + 2]));
        at += 2;
        return true;
    }

    private static int Digit(byte digit) => digit <= '9' ? digit - '0' : (digit | 0x20) - 'a' + 10;

    private static string? ToText(ReadOnlySpan<byte> octets) => Utf8.IsValid(octets) ? Encoding.UTF8.GetString(octets) : null;
}
