using Amicast.Simulator.Ec2.Regions;
using Amicast.Simulator.Ec2.Resources;
using Amicast.Simulator.Ec2.Wire;
using Amicast.Simulator.Faults;
using Amicast.Simulator.Kms;

namespace Amicast.Simulator.Ec2;

/// <summary>One request at the moment of its effect, with what an operation needs to carry it out.</summary>
internal sealed record Call(Ec2Account Account, Region Region, Request Request, DateTimeOffset Now)
{
    private static readonly TimeSpan LeastDelay = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestDelay = TimeSpan.FromMinutes(1);

    internal Parameters Parameters => Request.Parameters;

    /// <summary>The id that the answer gives the request.</summary>
    internal string RequestId { get; init; } = "";

    internal string AccountId => Account.Id;

    /// <summary>Who calls.</summary>
    internal Principal Caller => Account.Principal;

    /// <summary>Whether the caller can encrypt and decrypt with the key; without a key there is nothing to encrypt.</summary>
    internal bool CanUse(KmsKey? key) => key is null || key.IsUsableBy(AccountId);

    /// <summary>Whether the fault strikes this call.</summary>
    internal bool Strikes(FaultKind kind) => StrikeOf(kind) is not null;

    /// <summary>The rule by which the fault strikes this call, if it does.</summary>
    internal FaultRule? StrikeOf(FaultKind kind) => Account.Faults.Strike(kind, Request.Operation, Region.Name);

    /// <summary>How the resources that this call makes come into sight: at once, unless the fault strikes; then each in its own time.</summary>
    internal Func<Visibility> NewVisibility()
    {
        if (StrikeOf(FaultKind.NotFoundAfterCreation) is not { } rule)
        {
            var atOnce = Visibility.From(Now);
            return () => atOnce;
        }

        return () => new(Now + (rule.IdDelay ?? Delay()), Now + (rule.ListDelay ?? Delay()), Now + (rule.TagDelay ?? Delay()));
    }

    /// <summary>How long a change is out of sight.</summary>
    internal TimeSpan Delay() => Account.Chance.Between(LeastDelay, LongestDelay);
}
