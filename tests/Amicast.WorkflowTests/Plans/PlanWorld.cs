using System.Text.Json;
using Amazon.Runtime;
using Amicast.Aws;
using Amicast.Local;
using Amicast.Plans.Previews;
using Amicast.Simulator;
using Amicast.Simulator.Account;
using Amicast.Simulator.Faults;
using Amicast.VirtualTime;

namespace Amicast.WorkflowTests.Plans;

/// <summary>Plans of requests against a simulated account in which every call takes the same time.</summary>
internal sealed class PlanWorld
{
    /// <summary>From a call to its effect, and as long again to its answer.</summary>
    internal static readonly TimeSpan Half = TimeSpan.FromMilliseconds(50);

    private readonly VirtualClock _clock;
    private readonly PlanPreviews _plans;

    internal PlanWorld(AccountDocument? account = null, FaultPlan? faults = null, Deployment? deployment = null, params IReadOnlyList<WireAnswer> answers)
    {
        account ??= LocalCloud.ExampleAccount;
        _clock = new VirtualClock(account.StartsAt);
        Account = new SimulatedCloud(_clock, new Chance(1), account, faults) { Latency = new Latency(Half, Half) };
        var wire = new ScriptedWire(Account.CreateHandler(), answers);
        var home = account.Regions[0].Name;
        var connection = new AwsConnection(new BasicAWSCredentials("AKIASIMULATED0000000", "simulated"), wire, home, new Uri("http://ec2.local"));
        _plans = new PlanPreviews(new AwsClients(connection, _clock, new Chance(2)), deployment ?? Deployment.Default);
    }

    internal SimulatedCloud Account { get; }

    internal PlanPreview Plan(string request, bool tryCalls = false, string run = "run-1")
    {
        using var document = JsonDocument.Parse(request);
        return _clock.Run(() => _plans.MakeAsync(document.RootElement, run, _clock.GetUtcNow(), tryCalls, CancellationToken.None));
    }

    /// <summary>The problems of a request that cannot be carried out, one a line.</summary>
    internal string Problems(string request, bool tryCalls = false) => string.Join('\n', Plan(request, tryCalls).Problems);

    /// <summary>The warnings, one a line.</summary>
    internal string Warnings(string request, bool tryCalls = false, string run = "run-1") => string.Join('\n', Plan(request, tryCalls, run).Warnings);
}
