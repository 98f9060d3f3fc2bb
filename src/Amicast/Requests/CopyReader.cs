using System.Text.RegularExpressions;

namespace Amicast.Requests;

/// <summary>Reads how a destination's copy is made: <c>encrypt</c>, <c>kmsKeyId</c> and <c>copyWithinMinutes</c>.</summary>
internal static partial class CopyReader
{
    // EC2 API reference, CopyImage: SnapshotCopyCompletionDurationMinutes is 15 minutes to 48 hours, in steps of 15 minutes.
    private const int Step = 15;
    private const int Longest = 2880;

    internal static (RequestEncryption? Encryption, int? WithinMinutes) Read(ObjectReader destination, bool isSource)
    {
        var encryption = ReadEncryption(destination);
        var within = ReadWithin(destination);
        if (within is not null && isSource && encryption is null)
        {
            destination.Report("copyWithinMinutes", "NothingToCopy", "in the source Region nothing is copied unless it is encrypted anew", "leave it out, or give a 'kmsKeyId'");
        }

        return (encryption, within);
    }

    private static RequestEncryption? ReadEncryption(ObjectReader destination)
    {
        var keyId = ReadKey(destination);
        var encrypts = destination.Flag("encrypt", otherwise: keyId is not null);
        if (!encrypts && keyId is not null)
        {
            destination.Report("kmsKeyId", "KeyWithoutEncryption", "'encrypt' is false and a key is given", "take out 'encrypt', or the key");
        }

        return encrypts ? new RequestEncryption(destination.Path, keyId) : null;
    }

    private static string? ReadKey(ObjectReader destination)
    {
        var keyId = destination.Text("kmsKeyId");
        if (keyId is null || Key().IsMatch(keyId))
        {
            return keyId;
        }

        destination.Report("kmsKeyId", "InvalidKmsKeyId", $"'{keyId}' is not a KMS key", "write a key id, 'mrk-…', 'alias/…', or the ARN of a key or an alias");
        return null;
    }

    private static int? ReadWithin(ObjectReader destination)
    {
        if (!destination.Has("copyWithinMinutes", out _))
        {
            return null;
        }

        var minutes = destination.Number("copyWithinMinutes", otherwise: Step, Step, Longest);
        if (minutes % Step != 0)
        {
            destination.Report("copyWithinMinutes", "OutOfRange", $"{minutes} is not a multiple of {Step}", $"EC2 takes {Step} to {Longest} minutes, in steps of {Step}");
        }

        return minutes;
    }

    // KMS API reference, DescribeKey: KeyId.
    [GeneratedRegex(
        @"^(?<arn>arn:aws[a-z-]*:kms:[a-z0-9-]+:[0-9]{12}:)?((?(arn)key/)([0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|mrk-[0-9a-f]{32})|alias/[A-Za-z0-9/_-]{1,250})\z",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Key();
}
