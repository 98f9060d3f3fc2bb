using Amicast.Simulator.Account;
using Amicast.Simulator.Account.Taking;
using Amicast.Simulator.Ec2;
using Amicast.Simulator.Events;
using Amicast.Simulator.Faults;
using Amicast.Simulator.Iam;
using Amicast.Simulator.Inventory;
using Amicast.Simulator.Services;
using Amicast.VirtualTime;

namespace Amicast.Simulator;

/// <summary>A simulated AWS account, with others beside it if its document says so: EC2, KMS, SSM and STS behind an <see cref="HttpMessageHandler"/>, in the world of a clock.</summary>
/// <remarks>
/// Not for several threads: everything runs on the thread that runs the clock. Every call takes time before and after its effect, and the
/// effect happens at one moment. Like AWS, the cloud carries out a call that has arrived whether or not its caller still listens.
/// The Region is that of the request's signature; any access key is accepted, and signatures are not checked. The access key says which
/// account calls: another account's id or one of its access keys that account, every other key the first.
/// </remarks>
public sealed class SimulatedCloud
{
    private readonly WorldClock _clock;
    private readonly AccountDocument _founded;
    private readonly CloudAccounts _accounts;
    private readonly FaultDice _dice;
    private readonly Line _line;
    private readonly List<CallRecord> _calls = [];

    /// <summary>The cloud that <paramref name="account"/> describes.</summary>
    /// <param name="clock">Its time; the clock is to begin at <see cref="AccountDocument.StartsAt"/>.</param>
    /// <param name="chance">What is drawn (ids, durations, latency, faults); the cloud draws from forks of it alone.</param>
    /// <param name="account">What there is at first.</param>
    /// <param name="faults">The trouble to make; default: none.</param>
    public SimulatedCloud(WorldClock clock, Chance chance, AccountDocument account, FaultPlan? faults = null)
    {
        (_clock, _founded) = (clock, account);
        chance = account.IsSaved ? chance.Fork($"saved/{account.StartsAt.UtcTicks}") : chance;
        _dice = new(faults ?? FaultPlan.None, chance, clock);
        _accounts = new Founding(account, clock, chance, _dice).Found();
        _line = new(clock, chance.Fork("latency"), new ServicesOfAccounts(_accounts, chance.Fork("services")), _dice, Record);
    }

    /// <summary>The account's id, twelve digits.</summary>
    public string AccountId => _accounts.First.Id;

    /// <summary>The Regions that can be called, in the order of the account document.</summary>
    public IReadOnlyList<string> Regions => [.. _accounts.First.Regions.Where(region => region.IsUsable).Select(region => region.Name)];

    /// <summary>How long calls take. Default: <see cref="Latency.Usual"/>.</summary>
    public Latency Latency
    {
        get => _line.Latency;
        init => _line.Latency = value;
    }

    /// <summary>Whether <see cref="Calls"/> is kept. Default: yes.</summary>
    public bool KeepsCalls { get; init; } = true;

    /// <summary>Is told every call at the moment of its effect, whether or not it is kept. Default: nobody.</summary>
    public Action<CallRecord>? OnCall { get; init; }

    /// <summary>Where the events of all accounts go. Default: nowhere, and then they cost nothing.</summary>
    public ICloudEvents? Events
    {
        get => _accounts.First.Events.Listener;
        init
        {
            foreach (var account in _accounts.All)
            {
                account.Events.Listener = value;
            }
        }
    }

    /// <summary>Who decides what the callers of all accounts may do. Default: nobody, and then they may do everything, and it costs nothing.</summary>
    public IAuthorizer? Authorizer
    {
        get => _accounts.First.Authorizer;
        init
        {
            foreach (var account in _accounts.All)
            {
                account.Authorizer = value;
            }
        }
    }

    /// <summary>Is told every event that a caller puts on an account's bus (PutEvents). Default: nobody.</summary>
    public Action<CloudEvent>? OnEventPut
    {
        get => _accounts.First.Events.OnPut;
        init
        {
            foreach (var account in _accounts.All)
            {
                account.Events.OnPut = value;
            }
        }
    }

    /// <summary>Every call so far, in the order of their effects.</summary>
    public IReadOnlyList<CallRecord> Calls => _calls;

    /// <summary>How often each kind of fault has struck.</summary>
    public IReadOnlyDictionary<FaultKind, int> FaultsStruck => _dice.Struck;

    /// <summary>A new wire to this cloud, for one or many clients.</summary>
    public HttpMessageHandler CreateHandler() => new CloudHandler(_clock, _line);

    /// <summary>What the first account has at this moment, as it is: without latency, faults, or the delays of eventual consistency.</summary>
    public CloudInventory Inspect() => Inspect(_accounts.First.Id);

    /// <summary>As <see cref="Inspect()"/>, for any account of the document.</summary>
    /// <exception cref="ArgumentException">The document has no such account.</exception>
    public CloudInventory Inspect(string accountId)
    {
        _clock.AssertOnThread();
        var account = _accounts.All.FirstOrDefault(account => account.Id == accountId)
            ?? throw new ArgumentException($"The account document has no account {accountId}.", nameof(accountId));
        return InventoryTaking.Of(account, _clock.GetUtcNow());
    }

    /// <summary>Takes everything down as it is at this moment: a cloud that is founded on the document goes on from there.</summary>
    /// <remarks>
    /// What is under way ends when it would have. What was not visible yet is visible at once; an instance that is stopping is stopped, and one
    /// that is shutting down is gone. Not taken down: client tokens, token buckets, fleets, and <see cref="Calls"/>.
    /// </remarks>
    public AccountDocument Save()
    {
        _clock.AssertOnThread();
        return new AccountTaking(_founded, _accounts, _clock.GetUtcNow()).Take();
    }

    private void Record(CallRecord call)
    {
        if (KeepsCalls)
        {
            _calls.Add(call);
        }

        OnCall?.Invoke(call);
    }
}
