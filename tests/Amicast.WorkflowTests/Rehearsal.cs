using Amazon.EC2;
using Amazon.Runtime;
using Amazon.SimpleSystemsManagement;
using Amicast.Aws;
using Amicast.Local;
using Amicast.Local.Announcing;
using Amicast.Reports;
using Amicast.Runs;
using Amicast.Simulator;
using Amicast.Simulator.Account;
using Amicast.Simulator.Faults;
using Amicast.Simulator.Inventory;
using Amicast.StatesLanguage.Execution;
using Amicast.VirtualTime;
using Amicast.WorkflowTests.Roles;

namespace Amicast.WorkflowTests;

/// <summary>One run of a request on a local cloud, on virtual time. Every step calls with its own role, as <c>template.yaml</c> gives it to the deployment.</summary>
internal sealed class Rehearsal
{
    private readonly VirtualClock _clock;

    internal Rehearsal(
        long seed = 1,
        AccountDocument? account = null,
        FaultPlan? faults = null,
        Deployment? deployment = null,
        Func<ITaskInvoker, WorldClock, ITaskInvoker>? around = null,
        Action<CallRecord>? onCall = null,
        EndListener? endListener = null,
        Func<string, string>? edit = null,
        EnforcedRoles? roles = null)
    {
        account ??= LocalCloud.ExampleAccount;
        deployment ??= Deployment.Default;
        roles ??= EnforcedRoles.Of(deployment);
        _clock = new VirtualClock(account.StartsAt);
        Cloud = LocalCloud.Simulated(
            _clock,
            seed,
            account,
            faults ?? FaultPlan.None,
            deployment,
            (steps, clock) => roles.Around(around?.Invoke(steps, clock) ?? steps),
            onCall: onCall,
            endListener: endListener,
            edit: edit,
            roles: roles.Functions);
    }

    internal LocalCloud Cloud { get; }

    internal SimulatedCloud Account => Cloud.Account!;

    /// <summary>How many events the runs' histories have.</summary>
    internal int Events { get; private set; }

    /// <summary>How often the run is looked at, in virtual time.</summary>
    internal TimeSpan BetweenLooks { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>The request of <c>examples/move-instance.json</c>.</summary>
    internal static string MoveInstance => Tests.Repository.Read("examples/move-instance.json");

    /// <summary>Carries the request out to its end and returns the last view of it.</summary>
    internal RunView Run(string request, string run = "run-1") => _clock.Run(() => FollowAsync(request, run));

    /// <summary>Carries out several requests at the same time, each as the run that is named with it, and returns their reports.</summary>
    internal Report[] ReportAll(params (string Run, string Request)[] requests) =>
        [.. _clock.Run(() => Task.WhenAll(requests.Select(one => FollowAsync(one.Request, one.Run)))).Select(view => view.Report!)];

    private async Task<RunView> FollowAsync(string request, string run)
    {
        await Cloud.Runs.StartAsync(run, request);
        var follower = Cloud.Runs.Follow(run);
        while (true)
        {
            var seen = await follower.LookThroughAsync();
            Events += seen.Count - 1;
            if (seen[^1].HasEnded)
            {
                return seen[^1];
            }

            await Task.Delay(BetweenLooks, _clock);
        }
    }

    /// <summary>Carries the request out and returns its report.</summary>
    internal Report Report(string request, string run = "run-1")
    {
        var end = Run(request, run);
        return end.Report ?? throw new InvalidOperationException($"The run ended without a report: {end.Error}");
    }

    /// <summary>A client of somebody else in the same account.</summary>
    internal IAmazonEC2 Others(string region) => OtherClients.Ec2(region);

    /// <summary>As <see cref="Others"/>, for the Parameter Store.</summary>
    internal IAmazonSimpleSystemsManagement OthersParameters(string region) => OtherClients.Ssm(region);

    private AwsClients OtherClients => new(
        new AwsConnection(new BasicAWSCredentials("AKIASOMEBODYELSE0000", "simulated"), Account.CreateHandler(), "us-east-1", new Uri("http://aws.local")), _clock, new Chance(1));

    /// <summary>What is there now that was not before the run: all of it carries the run's tag, or is a defect.</summary>
    internal CloudInventory Inspect() => Account.Inspect();
}
