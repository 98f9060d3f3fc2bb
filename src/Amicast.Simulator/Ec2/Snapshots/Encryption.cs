using Amicast.Simulator.Ec2.Regions;
using Amicast.Simulator.Ec2.Wire;

namespace Amicast.Simulator.Ec2.Snapshots;

/// <summary>The encryption that a request asks for, by <c>Encrypted</c> and <c>KmsKeyId</c>.</summary>
/// <param name="Wanted">What Encrypted says, if it was given.</param>
/// <param name="Key">The key asked for; none: the Region's default.</param>
internal sealed record Encryption(bool? Wanted, EncryptionKey? Key)
{
    /// <exception cref="Ec2Exception">InvalidParameterDependency: a key without Encrypted.</exception>
    internal static Encryption Read(Parameters parameters, Region region)
    {
        var wanted = parameters.Flag("Encrypted");
        if (parameters.Text("KmsKeyId") is not { Length: > 0 } name)
        {
            return new(wanted, null);
        }

        return wanted == true
            ? new(wanted, region.Keys.Named(name))
            : throw new Ec2Exception("InvalidParameterDependency", "The parameter KmsKeyId requires the parameter Encrypted to be set.");
    }

    /// <summary>The key of a copy: encryption can be added and the key be changed; encryption is never removed.</summary>
    /// <param name="sourceIsEncrypted">Whether the source is encrypted; its key does not come along.</param>
    internal EncryptionKey? ForCopy(bool sourceIsEncrypted, Region region) =>
        Wanted == true || sourceIsEncrypted || region.Settings.EncryptsByDefault ? Key ?? region.DefaultKey : null;

    /// <summary>The key of a volume: the one asked for, its snapshot's, or the Region's default where it is to be encrypted.</summary>
    internal EncryptionKey? ForVolume(EncryptionKey? snapshotKey, Region region) =>
        Key ?? snapshotKey ?? (Wanted == true || region.Settings.EncryptsByDefault ? region.DefaultKey : null);
}
