namespace Amicast.VirtualTime.Tests;

public sealed class ChanceTests
{
    [Fact]
    public void The_same_seed_gives_these_numbers_everywhere()
    {
        var chance = new Chance(42);

        Assert.Equal(
            "0.7415648788, 0.1599103929, 27, 53, 0d3c593788",
            $"{chance.NextDouble():F10}, {chance.NextDouble():F10}, {chance.Next(100)}, {chance.Next(50, 60)}, {chance.NextHex(10)}");
    }

    [Fact]
    public void A_fork_does_not_depend_on_what_was_drawn_before_it()
    {
        var (fresh, used) = (new Chance(7), new Chance(7));
        _ = used.NextDouble();

        Assert.Equal(fresh.Fork("latency").NextHex(16), used.Fork("latency").NextHex(16));
        Assert.NotEqual(fresh.Fork("latency").NextHex(16), fresh.Fork("faults").NextHex(16));
    }

    [Fact]
    public void What_is_drawn_lies_within_its_bounds()
    {
        var chance = new Chance(1);

        for (var i = 0; i < 10_000; i++)
        {
            Assert.InRange(chance.NextDouble(), 0, 1 - double.Epsilon);
            Assert.InRange(chance.Next(5, 8), 5, 7);
            Assert.InRange(chance.Between(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2)).TotalSeconds, 1, 2);
        }
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(0.25, 2500)]
    [InlineData(1, 10_000)]
    public void A_probability_is_met(double probability, int expected)
    {
        var chance = new Chance(3);

        var struck = Enumerable.Range(0, 10_000).Count(_ => chance.Strikes(probability));

        Assert.InRange(struck, expected * 0.95, expected * 1.05);
    }
}
