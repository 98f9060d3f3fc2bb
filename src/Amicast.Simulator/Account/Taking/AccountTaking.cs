using Amicast.Simulator.Ec2;

namespace Amicast.Simulator.Account.Taking;

/// <summary>Takes down a world at one moment as a document that another world can be founded on: the inverse of <see cref="Founding"/>.</summary>
/// <param name="founded">What the world was founded on; what no request changes is taken from it.</param>
internal sealed class AccountTaking(AccountDocument founded, CloudAccounts accounts, DateTimeOffset now)
{
    internal AccountDocument Take() => founded with
    {
        StartsAt = now,
        IsSaved = true,
        Regions = Regions(accounts.First),
        Roles = founded.Roles is null ? null : founded.Roles with { MissingServiceLinkedRoles = [.. accounts.First.Roles.MissingServiceLinkedRoles] },
        OtherAccounts = [.. founded.OtherAccounts.Select((other, i) => other with { Regions = Regions(accounts.All[i + 1]) })],
    };

    private List<RegionDocument> Regions(Ec2Account account) => [.. account.Regions.Select(region => new RegionTaking(region, account.Id, owner => IsTakenWith(account, owner), now).Take())];

    /// <summary>What belongs to none of the accounts, as public images of others do, stays with the first.</summary>
    private bool IsTakenWith(Ec2Account account, string ownerId) =>
        ownerId == account.Id || (account == accounts.First && accounts.All.All(one => one.Id != ownerId));
}
