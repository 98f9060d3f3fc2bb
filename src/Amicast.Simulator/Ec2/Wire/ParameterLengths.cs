namespace Amicast.Simulator.Ec2.Wire;

/// <summary>How long the value of a parameter may be: as long as the longest that EC2 documents, 16 KiB of user data in base64.</summary>
/// <remarks>A choice. Without it one request could make a resource that no answer has room for.</remarks>
internal static class ParameterLengths
{
    private const int Most = 21_848;

    /// <exception cref="Ec2Exception">InvalidParameterValue.</exception>
    internal static void Check(Request request)
    {
        foreach (var (name, value) in request.Parameters.All)
        {
            if (name.Length > Most || value.Length > Most)
            {
                throw RequestErrors.InvalidValue($"The parameter {Shown(name)} is longer than {Most} characters.");
            }
        }
    }

    private static string Shown(string name) => name.Length > 64 ? $"{name[..64]}…" : name;
}
