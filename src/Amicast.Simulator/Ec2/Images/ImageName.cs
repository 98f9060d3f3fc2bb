using System.Buffers;
using Amicast.Simulator.Ec2.Wire;

namespace Amicast.Simulator.Ec2.Images;

/// <summary>The rules for an image's name and description.</summary>
internal static class ImageName
{
    private const int Shortest = 3;
    private const int Longest = 128;
    private const int LongestDescription = 255;

    private static readonly SearchValues<char> Allowed =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789()[] ./-'@_");

    internal static bool IsValid(string name) => name.Length is >= Shortest and <= Longest && !name.AsSpan().ContainsAnyExcept(Allowed);

    /// <exception cref="Ec2Exception">MissingParameter, InvalidAMIName.Malformed.</exception>
    internal static string Read(Parameters parameters)
    {
        var name = parameters.Required("Name");
        return IsValid(name)
            ? name
            : throw new Ec2Exception(
                "InvalidAMIName.Malformed",
                $"AMI names must be between {Shortest} and {Longest} characters long, "
                + "and may contain letters, numbers, '(', ')', '[', ']', ' ', '.', '/', '-', ''', '@' and '_'");
    }

    /// <summary>The one guard against a second image, for there is no token. It sees what Describe does not show yet.</summary>
    /// <exception cref="Ec2Exception">InvalidAMIName.Duplicate.</exception>
    internal static void CheckIsFree(string name, Call call)
    {
        if (call.Region.Images.Named(call.AccountId, name, call.Now).FirstOrDefault() is { } taken)
        {
            throw ImageErrors.DuplicateName(taken);
        }

        if (call.Region.HeldNames.Find(name, call.Now) is { } gone)
        {
            throw ImageErrors.DuplicateName(gone);
        }
    }

    /// <exception cref="Ec2Exception">InvalidParameterValue.</exception>
    internal static string? ReadDescription(string? description) => description is not { Length: > LongestDescription }
        ? description
        : throw RequestErrors.InvalidValue($"The description is longer than {LongestDescription} characters.");
}
