using Amicast.Storms;
using Amicast.Storms.Tallies;

namespace Amicast.StormTests;

/// <summary>The promises of docs/reliability.md, held in thousands of storms.</summary>
public sealed class StormTests
{
    private const int Seeds = 2000;

    [Fact]
    public void In_2000_storms_every_promise_is_kept_and_all_trouble_has_struck()
    {
        var outcomes = Storm.RunMany(Enumerable.Range(1, Seeds).Select(seed => (long)seed)).ToList();

        Assert.Equal([], outcomes.OrderBy(one => one.Seed).SelectMany(one => one.Breaches.Select(breach => $"seed {one.Seed}: {breach}")));
        Assert.Equal([], Calms.In(StormTally.Of(outcomes.Select(one => one.Tally))));
    }

    [Fact]
    public void A_seed_tells_the_same_story_again_event_for_event()
    {
        var (first, second) = (new List<string>(), new List<string>());

        foreach (var seed in Enumerable.Range(1, 20))
        {
            Storm.Run(seed, new StormOptions { Listener = first.Add });
            Storm.Run(seed, new StormOptions { Listener = second.Add });
        }

        Assert.True(first.Count > 1000, $"{first.Count} lines are no story");
        Assert.Equal(first, second);
    }
}
