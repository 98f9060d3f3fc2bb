using Amicast.Simulator.Ec2.Regions;
using Amicast.Simulator.Ec2.Wire;
using Amicast.Simulator.Kms;

namespace Amicast.Simulator.Ec2.Snapshots;

/// <summary>The encryption that a request asks for, by <c>Encrypted</c> and <c>KmsKeyId</c>.</summary>
/// <param name="Wanted">What Encrypted says, if it was given.</param>
/// <param name="Key">The key asked for; none: the Region's default.</param>
internal sealed record Encryption(bool? Wanted, KmsKey? Key)
{
    /// <summary>Of a request that says nothing about it.</summary>
    internal static Encryption NotAsked { get; } = new(null, null);

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
    internal KmsKey? ForCopy(bool sourceIsEncrypted, Region region) =>
        Wanted == true || sourceIsEncrypted || region.Settings.EncryptsByDefault ? Key ?? region.DefaultKey : null;

    /// <summary>
    /// The key of a volume: the one asked for, or that of its snapshot if the caller owns it, or the Region's default, also for an encrypted
    /// snapshot of another account.
    /// </summary>
    internal KmsKey? ForVolume(Snapshot? snapshot, Call call)
    {
        var encrypts = Wanted == true || call.Region.Settings.EncryptsByDefault;
        return snapshot?.Key is { } key ? Key ?? ForSnapshot(snapshot, key, call) : Key ?? (encrypts ? call.Region.DefaultKey : null);
    }

    /// <summary>The key of a volume from an encrypted snapshot, where nothing else is asked for.</summary>
    internal static KmsKey ForSnapshot(Snapshot snapshot, KmsKey key, Call call) => snapshot.OwnerId == call.AccountId ? key : call.Region.DefaultKey;
}
