using Amicast.Steps;

namespace Amicast.Tests.Steps;

public sealed class ProgressWaitTests
{
    [Theory]
    [InlineData(5)]
    [InlineData(20)]
    [InlineData(60)]
    public void On_linear_progress_the_end_is_noticed_within_half_a_minute_and_with_few_looks(int minutes)
    {
        var (looks, late) = Follow(TimeSpan.FromMinutes(minutes), share => Math.Floor(share * 100));

        Assert.True(late <= TimeSpan.FromSeconds(30), $"noticed {late} late");
        Assert.True(looks <= 20, $"{looks} looks");
    }

    [Theory]
    [InlineData(5)]
    [InlineData(20)]
    [InlineData(60)]
    public void Without_any_progress_the_end_is_noticed_within_two_minutes(int minutes)
    {
        var (looks, late) = Follow(TimeSpan.FromMinutes(minutes), _ => null);

        Assert.True(late <= TimeSpan.FromMinutes(2), $"noticed {late} late");
        Assert.True(looks <= 45, $"{looks} looks");
    }

    [Fact]
    public void Progress_that_stands_still_near_the_end_is_not_looked_at_every_few_seconds()
    {
        var (looks, late) = Follow(TimeSpan.FromMinutes(60), share => share < 0.5 ? Math.Floor(share * 198) : 99);

        Assert.True(late <= TimeSpan.FromMinutes(2), $"noticed {late} late");
        Assert.True(looks <= 45, $"{looks} looks");
    }

    private static (int Looks, TimeSpan Late) Follow(TimeSpan length, Func<double, double?> progress)
    {
        var (now, looks, before, movedAt) = (TimeSpan.FromSeconds(1), 1, (double?)null, TimeSpan.Zero);
        while (now < length)
        {
            var percent = progress(now / length);
            movedAt = percent == before ? movedAt : now;
            before = percent;
            now += TimeSpan.FromSeconds(movedAt == now && percent is > 0 and < 100 ? ProgressWait.Moving(now, percent.Value) : ProgressWait.Standing(now - movedAt));
            looks++;
        }

        return (looks, now - length);
    }
}
