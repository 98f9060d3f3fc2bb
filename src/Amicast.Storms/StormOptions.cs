using Amicast.Simulator.Account;
using Amicast.Simulator.Faults;
using Amicast.StatesLanguage.Execution;
using Amicast.VirtualTime;

namespace Amicast.Storms;

/// <summary>What is not drawn, but given.</summary>
public sealed record StormOptions
{
    /// <summary>The request document; default: each seed draws one.</summary>
    public string? Request { get; init; }

    /// <summary>The account; default: each seed draws one.</summary>
    public AccountDocument? Account { get; init; }

    /// <summary>The account's trouble; default: each seed draws it.</summary>
    public FaultPlan? Faults { get; init; }

    /// <summary>Hears what was drawn, every event of the histories and every call to the account, a line each; default: nobody.</summary>
    public Action<string>? Listener { get; init; }

    /// <summary>A deliberate defect, for a rehearsal of the storm itself; default: none.</summary>
    internal Defect? Defect { get; init; }
}

/// <summary>A deliberate defect: a storm that does not find it proves nothing.</summary>
internal sealed record Defect
{
    /// <summary>Changes the definition.</summary>
    internal Func<string, string>? Definition { get; init; }

    /// <summary>Stands around the wire to the account.</summary>
    internal Func<HttpMessageHandler, HttpMessageHandler>? Wire { get; init; }

    /// <summary>Stands around the functions.</summary>
    internal Func<ITaskInvoker, WorldClock, ITaskInvoker>? Functions { get; init; }
}
