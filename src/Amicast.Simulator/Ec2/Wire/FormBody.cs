namespace Amicast.Simulator.Ec2.Wire;

/// <summary>A form-urlencoded body, as the EC2 Query protocol sends its parameters.</summary>
internal static class FormBody
{
    internal static Dictionary<string, string> Parse(string body)
    {
        var parameters = new Dictionary<string, string>(StringComparer.Ordinal);
        var rest = body.AsSpan();
        while (!rest.IsEmpty)
        {
            var end = rest.IndexOf('&');
            var pair = end < 0 ? rest : rest[..end];
            rest = end < 0 ? default : rest[(end + 1)..];
            var equals = pair.IndexOf('=');
            if (!pair.IsEmpty)
            {
                parameters[Decode(equals < 0 ? pair : pair[..equals])] = equals < 0 ? "" : Decode(pair[(equals + 1)..]);
            }
        }

        return parameters;
    }

    private static string Decode(ReadOnlySpan<char> text) =>
        text.ContainsAny('%', '+') ? Uri.UnescapeDataString(text.ToString().Replace('+', ' ')) : text.ToString();
}
