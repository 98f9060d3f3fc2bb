using Amazon.EC2.Model;
using Amazon.KeyManagementService.Model;
using Amicast.Requests;

namespace Amicast.Plans.Concerns;

/// <summary>Under which key each Region's image will be, whether the key can be used, and whether what is under it can be shared as asked.</summary>
/// <remarks>
/// <list type="table">
/// <item><term><c>kmsKeyId</c></term><description>that key</description></item>
/// <item><term><c>encrypt</c> alone</term><description>the Region's default key</description></item>
/// <item><term>a copy of what is encrypted, or to a Region that encrypts by default</term><description>the Region's default key: a copy never keeps its source's</description></item>
/// <item><term>no copy (the source Region)</term><description>the keys of the source</description></item>
/// <item><term>a Region that an earlier execution planned, and nobody names a key for</term><description>what was planned then</description></item>
/// </list>
/// What is under the AWS managed key <c>aws/ebs</c> cannot be shared, and EC2 says so only when it is copied and shared. What is encrypted is never public.
/// </remarks>
internal sealed class EncryptionKeys(PlanScope scope, SourceConcern source) : PlanConcern
{
    private readonly KeyLooks _keys = new(scope.Aws);
    private Dictionary<string, RegionLook> _looks = [];
    private Dictionary<string, PlannedEncryption> _planned = [];

    internal override async Task LookAsync(CancellationToken cancellation) => _looks = await scope.EachRegionAsync(region => region.IsCopied
        ? region.Wanted.Encryption?.KmsKeyId is { } keyId ? LookAtNamedAsync(region, keyId, cancellation) : LookAtDefaultAsync(region, cancellation)
        : Task.FromResult<RegionLook?>(new RegionLook()));

    internal override async Task LookFurtherAsync(CancellationToken cancellation)
    {
        if (source.Facts is not { } facts)
        {
            return;
        }

        var ofSource = new SourceKeys(scope, facts, _keys);
        var sourceIsAws = ofSource.IncludeAwsManagedAsync(cancellation);
        var planned = scope.EachRegionAsync(region => PlanAsync(region, _looks[region.Name], ofSource, sourceIsAws, cancellation));
        await Task.WhenAll(sourceIsAws, planned);
        _planned = await planned;
    }

    internal override PlannedDestination Complete(PlannedDestination planned, PlanRegion region) =>
        planned with { Encryption = _planned.GetValueOrDefault(region.Name), CopyWithinMinutes = region.Wanted.CopyWithinMinutes };

    internal override Plan Complete(Plan plan) =>
        plan.Image is not null && scope.Regions.Any(region => region is { IsSource: true, IsCopied: true }) ? plan with { ReplacesFirstImage = true } : plan;

    private async Task<RegionLook?> LookAtNamedAsync(PlanRegion region, string keyId, CancellationToken cancellation)
    {
        var path = PathOf(region);
        if (keyId.StartsWith("arn:", StringComparison.Ordinal) && keyId.Split(':')[3] != region.Name)
        {
            var isMultiRegion = keyId.Contains("/mrk-", StringComparison.Ordinal);
            region.Findings.Refuse(path, "KeyOfAnotherRegion", $"'{keyId}' is a key of {keyId.Split(':')[3]}, not of {region.Name}",
                isMultiRegion ? $"write '{keyId[(keyId.LastIndexOf('/') + 1)..]}', which names the key's replica in each Region" : $"name a key of {region.Name}");
            return new RegionLook { IsRefused = true };
        }

        var look = new RegionLook();
        await region.Findings.TryAsync(path, $"whether the key '{keyId}' of {region.Name} can be used", async () =>
        {
            var found = await _keys.FindAsync(region.Name, keyId, cancellation);
            look = new RegionLook { Named = found, IsMissing = found is null };
        });
        return look;
    }

    private static async Task<RegionLook?> LookAtDefaultAsync(PlanRegion region, CancellationToken cancellation)
    {
        var look = new RegionLook();
        await region.Findings.TryAsync(PathOf(region), $"how {region.Name} encrypts by default", async () =>
        {
            var encrypts = region.Ec2.GetEbsEncryptionByDefaultAsync(new GetEbsEncryptionByDefaultRequest(), cancellation);
            var key = region.Ec2.GetEbsDefaultKmsKeyIdAsync(new GetEbsDefaultKmsKeyIdRequest(), cancellation);
            await Task.WhenAll(encrypts, key);
            look = new RegionLook { EncryptsByDefault = (await encrypts).EbsEncryptionByDefault == true, DefaultKeyId = (await key).KmsKeyId };
        });
        return look;
    }

    private async Task<PlannedEncryption?> PlanAsync(
        PlanRegion region, RegionLook look, SourceKeys ofSource, Task<bool> sourceIsAws, CancellationToken cancellation)
    {
        var isAsked = region.Wanted.Encryption is not null;
        if (look.IsRefused || !(isAsked || look.EncryptsByDefault || ofSource.AreThere))
        {
            return null;
        }

        if (!region.IsCopied)
        {
            CheckSharing(region, await sourceIsAws);
            return null;
        }

        if (!isAsked && scope.Earlier?.DestinationIn(region.Name) is { } before)
        {
            // By now the source may be the copy that has taken the first image's place, under a key that this Region's copy never had.
            return before.Encryption;
        }

        var keyId = region.Wanted.Encryption?.KmsKeyId ?? look.DefaultKeyId ?? SourceKeys.ManagedAlias;
        var key = look.Named ?? await FindDefaultAsync(region, look, keyId, cancellation);
        if (look.IsMissing)
        {
            region.Findings.Refuse(PathOf(region), "UnknownKey", $"there is no KMS key '{keyId}' in {region.Name}", await RemedyAsync(region, keyId, cancellation));
            return null;
        }

        if (key is not null)
        {
            KeyLooks.CheckUsable(key, PathOf(region), region.Findings);
            KeyLooks.CheckAllowed(key, scope.Deployment, PathOf(region), region.Findings);
        }

        CheckSharing(region, key?.KeyManager?.Value == KeyLooks.Aws || keyId == SourceKeys.ManagedAlias);
        return new PlannedEncryption(key?.Arn ?? keyId, isAsked ? null : true);
    }

    private async Task<KeyMetadata?> FindDefaultAsync(PlanRegion region, RegionLook look, string keyId, CancellationToken cancellation)
    {
        KeyMetadata? found = null;
        if (region.Wanted.Encryption?.KmsKeyId is null && look.DefaultKeyId is not null)
        {
            await region.Findings.TryAsync(
                PathOf(region), $"whether the default key '{keyId}' of {region.Name} can be used", async () => found = await _keys.FindAsync(region.Name, keyId, cancellation));
        }

        return found;
    }

    private async Task<string> RemedyAsync(PlanRegion region, string keyId, CancellationToken cancellation)
    {
        var remedy = $"name a key of {region.Name}";
        await region.Findings.TryAsync(PathOf(region), $"which keys {region.Name} has", async () => remedy = await _keys.RemedyAsync(region.Name, keyId, cancellation));
        return remedy;
    }

    private static void CheckSharing(PlanRegion region, bool isAwsManaged)
    {
        var share = region.Wanted.Share;
        if (share?.Visibility == Visibility.Public)
        {
            region.Findings.Refuse($"{share.Path}.visibility", "PublicEncrypted", $"the image in {region.Name} will be encrypted: EC2 does not make it public",
                "share it with accounts, under a key that they may use");
        }
        else if (isAwsManaged && share?.Accounts.Count + share?.Organizations.Count + share?.OrganizationalUnits.Count > 0)
        {
            region.Findings.Refuse(PathOf(region), "AwsManagedKey", $"the image in {region.Name} will be under the AWS managed key aws/ebs: EC2 does not share it",
                "give the destination a customer managed key that the accounts may use: \"kmsKeyId\": \"alias/…\"");
        }
    }

    // Without destinations there is only the source Region, and no entry that could name a key.
    private static string PathOf(PlanRegion region) =>
        region.Wanted.Path.StartsWith("$.destinations", StringComparison.Ordinal) ? $"{region.Wanted.Path}.kmsKeyId" : "$.destinations";

    /// <summary>What round 2 found in a Region.</summary>
    private sealed record RegionLook
    {
        internal KeyMetadata? Named { get; init; }

        internal bool IsMissing { get; init; }

        internal bool IsRefused { get; init; }

        internal bool EncryptsByDefault { get; init; }

        internal string? DefaultKeyId { get; init; }
    }
}
