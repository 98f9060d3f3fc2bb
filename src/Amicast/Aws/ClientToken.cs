using System.Security.Cryptography;
using System.Text;

namespace Amicast.Aws;

/// <summary>Client tokens: what makes a call that is repeated, even by another invocation, the same call for EC2.</summary>
internal static class ClientToken
{
    /// <summary>A token that is a function of run, Region, step and attempt: 64 hexadecimal digits, EC2's longest.</summary>
    /// <remarks>A run's id may itself take 64 characters, so the four are hashed.</remarks>
    internal static string For(string run, string region, string step, int attempt) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{run}\n{region}\n{step}\n{attempt}")));
}
