using System.Collections.Concurrent;
using Amicast.Local;
using Amicast.Reports;
using Amicast.Simulator.Inventory;
using Amicast.Storms.Courses;
using Amicast.Storms.Drawing;
using Amicast.Storms.Invariants;
using Amicast.Storms.Tallies;
using Amicast.Storms.Troubles;
using Amicast.Storms.Watching;
using Amicast.VirtualTime;

namespace Amicast.Storms;

/// <summary>One seed's world: an account, a request, trouble, and what people do with the run; then the promises are checked.</summary>
/// <remarks>The same seed and options give the same history, event for event. Worlds know nothing of each other: one a thread.</remarks>
public sealed class Storm
{
    private const int MostTimes = 10;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);
    private readonly Scene _scene;
    private readonly VirtualClock _clock;
    private readonly LocalCloud _cloud;
    private readonly Blackout _blackout = new();
    private readonly EffortMeter _meter = new();
    private readonly FateTally _fates = new();
    private readonly CloudInventory _before;
    private readonly Watch _watch;

    private Storm(long seed, StormOptions options)
    {
        _scene = Scene.Draw(seed, options);
        _clock = new VirtualClock(_scene.Account.StartsAt);
        var chance = new Chance(seed);
        _cloud = LocalCloud.Simulated(
            _clock,
            seed,
            _scene.Account,
            _scene.Faults,
            _scene.Deployment,
            (functions, clock) =>
            {
                var own = options.Defect?.Functions?.Invoke(functions, clock) ?? functions;
                return new TroubledFunctions(own, clock, chance.Fork("fates"), _scene.KillProbability, _fates);
            },
            keepsCalls: false,
            onCall: call =>
            {
                _meter.CountCall();
                options.Listener?.Invoke(StoryLines.Of(call));
                _watch!.See(call, _cloud!.Account!.Inspect);
            },
            edit: options.Defect?.Definition,
            wire: account => new StormyWire(options.Defect?.Wire?.Invoke(account) ?? account, _clock, _blackout));
        _cloud.Engine.Observe((_, happened) => _meter.CountEvent(happened));
        _before = _cloud.Account!.Inspect();
        _watch = new Watch(_scene.Wish, _before);
        if (options.Listener is { } listener)
        {
            Tell(listener);
        }
    }

    /// <summary>Carries out one storm.</summary>
    /// <param name="seed">Where chance starts.</param>
    /// <param name="options">What is given instead of drawn.</param>
    public static StormOutcome Run(long seed, StormOptions? options = null)
    {
        var storm = new Storm(seed, options ?? new StormOptions());
        return storm._clock.Run(storm.RunAsync);
    }

    /// <summary>Carries out many storms on all cores; a core that is free takes the next seed.</summary>
    /// <param name="seeds">Where chance starts in each.</param>
    /// <param name="options">What is given instead of drawn.</param>
    /// <returns>What became of them, in the order of their ends.</returns>
    public static IEnumerable<StormOutcome> RunMany(IEnumerable<long> seeds, StormOptions? options = null) =>
        Partitioner.Create(seeds, EnumerablePartitionerOptions.NoBuffering).AsParallel().WithMergeOptions(ParallelMergeOptions.NotBuffered).Select(seed => Run(seed, options));

    private void Tell(Action<string> listener)
    {
        foreach (var line in StoryLines.Of(_scene))
        {
            listener(line);
        }

        _cloud.Engine.Observe((execution, happened) => listener(StoryLines.Of(execution, happened)));
    }

    private async Task<StormOutcome> RunAsync()
    {
        var executions = await new Director(_scene, _cloud, _blackout, _meter, _watch).DirectAsync();
        var report = executions[^1].Report ?? await AskReportAsync(executions[^1].Name);
        var after = _cloud.Account!.Inspect();
        var wish = executions.Any(one => one.Act.Kind == ActKind.ResumeWithMore) ? _scene.LargerWish : _scene.Wish;
        var tale = new Tale(_scene, wish, _before, executions, after, report, _watch.Makings);
        return new StormOutcome(_scene.Seed, [.. _watch.Breaches, .. Promises.Check(tale)], Counting.Of(tale, _cloud.Account.FaultsStruck, _fates, _blackout));
    }

    // As people do who are told that the account does not answer.
    private async Task<Report> AskReportAsync(string execution)
    {
        for (var time = 1; ; time++)
        {
            try
            {
                return await _cloud.ReportAsync(execution);
            }
            catch (TimeoutException) when (time < MostTimes)
            {
                await Task.Delay(Patience, _clock);
            }
        }
    }
}
