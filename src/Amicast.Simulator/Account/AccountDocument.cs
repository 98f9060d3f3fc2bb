using Amicast.Simulator.Account.Writing;
using Amicast.Simulator.Documents;

namespace Amicast.Simulator.Account;

/// <summary>What a simulated account, and others beside it, have when their world begins. Written as JSON in camel case; <c>examples/account.json</c> shows it, <c>docs/ec2-simulator.md</c> has every property.</summary>
/// <param name="AccountId">Twelve digits.</param>
/// <param name="StartsAt">What the simulated clock shows at first.</param>
/// <param name="Regions">At least one, each name once.</param>
public sealed record AccountDocument(string AccountId, DateTimeOffset StartsAt, IReadOnlyList<RegionDocument> Regions)
{
    /// <summary>When worlds begin whose document does not say: 2026-11-22T02:00:00Z.</summary>
    public static DateTimeOffset DefaultStart { get; } = new(2026, 11, 22, 2, 0, 0, TimeSpan.Zero);

    /// <summary>The limits and quotas; default: those of AWS. Each account has them for itself.</summary>
    public LimitsDocument Limits { get; init; } = new();

    /// <summary>The organization that the account belongs to; default: none.</summary>
    public OrganizationDocument? Organization { get; init; }

    /// <summary>What of IAM launches ask for; default: each instance profile holds the role of its name, and no service-linked role is missing.</summary>
    public RolesDocument? Roles { get; init; }

    /// <summary>Accounts beside this one: whom images can be shared with, so that they see, copy and launch them.</summary>
    public IReadOnlyList<OtherAccountDocument> OtherAccounts { get; init; } = [];

    /// <summary>
    /// Whether it was written by saving an account, so that its world goes on from another: what is drawn there (ids, durations, faults) is
    /// not what was drawn before, though the seed be the same. Default: no.
    /// </summary>
    public bool IsSaved { get; init; }

    /// <summary>Reads a document strictly: what it does not know is a problem.</summary>
    /// <exception cref="InvalidDocumentException">It has problems; all of them at once.</exception>
    public static AccountDocument Parse(string json) => StrictDocument.Read("account document", json, AccountReader.Read);

    /// <summary>The document as JSON, without what has its default; <see cref="Parse"/> gives the same document again.</summary>
    public string ToJson() => AccountWriter.Write(this);
}

/// <summary>An account beside the first. It has every Region that the first has; <paramref name="Regions"/> says what is in them.</summary>
/// <param name="AccountId">Twelve digits. A request whose access key is these digits comes from this account.</param>
/// <param name="AccessKeyIds">More access keys whose requests come from this account. Every other key is the first account's.</param>
/// <param name="Organization">The organization that it belongs to.</param>
/// <param name="Regions">Those in which there is something, or whose opt-in differs.</param>
public sealed record OtherAccountDocument(
    string AccountId, IReadOnlyList<string> AccessKeyIds, OrganizationDocument? Organization, IReadOnlyList<RegionDocument> Regions);

/// <summary>An account's place in AWS Organizations: what is shared with one of these is shared with the account.</summary>
/// <param name="OrganizationArn">Such as <c>arn:aws:organizations::123456789012:organization/o-exampleorgid</c>.</param>
/// <param name="OrganizationalUnitArns">The units that the account is in, each with those above it: <c>arn:aws:organizations::123456789012:ou/o-exampleorgid/ou-examplerootid-exampleouid</c>.</param>
public sealed record OrganizationDocument(string OrganizationArn, IReadOnlyList<string> OrganizationalUnitArns);
