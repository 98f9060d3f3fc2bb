using Amicast.Simulator.Ec2;
using Amicast.VirtualTime;

namespace Amicast.Simulator.Services;

/// <summary>The services of every account.</summary>
internal sealed class ServicesOfAccounts
{
    private readonly CloudAccounts _accounts;
    private readonly Dictionary<Ec2Account, CloudServices> _services;

    internal ServicesOfAccounts(CloudAccounts accounts, Chance chance)
    {
        _accounts = accounts;
        OfFirst = new(accounts.First, chance);
        _services = accounts.All.ToDictionary(
            account => account, account => account == accounts.First ? OfFirst : new(account, chance.Fork($"account/{account.Id}")));
    }

    internal CloudServices OfFirst { get; }

    internal CloudServices Of(Request request) => _services[_accounts.Of(request.AccessKey)];
}
