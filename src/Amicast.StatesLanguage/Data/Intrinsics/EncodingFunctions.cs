using System.Security.Cryptography;
using System.Text;

namespace Amicast.StatesLanguage.Data.Intrinsics;

/// <summary>The functions that encode strings; each takes 10,000 characters at most.</summary>
internal static class EncodingFunctions
{
    private const int MostCharacters = 10_000;

    public static Json Encode(IntrinsicValues values) => new JsonString(Convert.ToBase64String(Encoding.UTF8.GetBytes(Short(values))));

    public static Json Decode(IntrinsicValues values)
    {
        try
        {
            return new JsonString(Encoding.UTF8.GetString(Convert.FromBase64String(Short(values))));
        }
        catch (FormatException)
        {
            throw new IntrinsicException("The string is not Base64.");
        }
    }

    [System.Diagnostics.CodeAnalysis.SuppressMessage("Security", "CA5351", Justification = "The language offers MD5 as a checksum.")]
    [System.Diagnostics.CodeAnalysis.SuppressMessage("Security", "CA5350", Justification = "The language offers SHA-1 as a checksum.")]
    public static Json Hash(IntrinsicValues values)
    {
        if (values[0] is JsonString text && text.Value.Length > MostCharacters)
        {
            throw TooLong();
        }

        // What is no string is hashed by its text.
        var data = Encoding.UTF8.GetBytes(values[0] is JsonString plain ? plain.Value : values[0].ToText());
        var hash = values.String(1) switch
        {
            "MD5" => MD5.HashData(data),
            "SHA-1" => SHA1.HashData(data),
            "SHA-256" => SHA256.HashData(data),
            "SHA-384" => SHA384.HashData(data),
            "SHA-512" => SHA512.HashData(data),
            var other => throw new IntrinsicException($"'{other}' is none of MD5, SHA-1, SHA-256, SHA-384, SHA-512."),
        };
        return new JsonString(Convert.ToHexStringLower(hash));
    }

    private static string Short(IntrinsicValues values) => values.String(0) is { Length: <= MostCharacters } text ? text : throw TooLong();

    private static IntrinsicException TooLong() => new($"The string is longer than {MostCharacters} characters.");
}
