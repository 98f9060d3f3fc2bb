using Amicast.Simulator.Account;
using Amicast.Simulator.Ec2.Regions;
using Amicast.Simulator.Ec2.Resources;
using Amicast.Simulator.Ec2.Wire;
using Amicast.Simulator.Events;
using Amicast.Simulator.Faults;
using Amicast.Simulator.Iam;
using Amicast.VirtualTime;

namespace Amicast.Simulator.Ec2;

/// <summary>What one account has in EC2, Region by Region, and what its operations draw on.</summary>
internal sealed class Ec2Account(Principal principal, IReadOnlyList<Region> regions, WorldClock clock, Chance chance, FaultDice faults)
{
    internal Principal Principal { get; } = principal;

    internal string Id => Principal.AccountId;

    /// <summary>In the order of the account document.</summary>
    internal IReadOnlyList<Region> Regions { get; } = regions;

    internal DateTimeOffset Now => clock.GetUtcNow();

    internal Chance Chance { get; } = chance.Fork("effects");

    internal ResourceIds Ids { get; init; } = new(chance.Fork("ids"));

    internal Durations Durations { get; } = new(chance);

    internal FaultDice Faults { get; } = faults;

    internal EventSource Events { get; } = new(principal.AccountId, clock, chance.Fork("events"), faults);

    internal LimitsDocument Limits { get; init; } = new();

    /// <summary>Who decides what callers may do; nobody: they may do everything.</summary>
    internal IAuthorizer? Authorizer { get; set; }

    /// <summary>What of IAM launches look at.</summary>
    internal AccountRoles Roles { get; init; } = new();

    /// <exception cref="Ec2Exception">InvalidRegion: no such Region, or it is not opted in.</exception>
    internal Region RegionNamed(string name) =>
        Regions.FirstOrDefault(region => region.Name == name && region.IsUsable)
        ?? throw new Ec2Exception("InvalidRegion", $"The region {name} is not valid.");
}
