using Amazon.Runtime;
using Amicast.Aws;
using Amicast.Reports;
using Amicast.Steps;
using Amicast.VirtualTime;

namespace Amicast.WorkflowTests.Waiting;

/// <summary>CheckImage and its waits, on virtual time: when the end is noticed, and at how many looks.</summary>
public sealed class ProgressTests
{
    private const int GiBPerMinute = 15;

    // What the definition's states take between two looks.
    private static readonly TimeSpan BetweenStates = TimeSpan.FromMilliseconds(500);
    private static readonly DateTimeOffset Start = new(2026, 11, 22, 2, 0, 0, TimeSpan.Zero);

    public static TheoryData<string, int> CurvesAndMinutes =>
        new(ProgressCurve.All.Keys.SelectMany(curve => new[] { 5, 20, 60 }.Select(minutes => (curve, minutes))));

    [Theory]
    [MemberData(nameof(CurvesAndMinutes))]
    public void The_end_of_a_copy_is_noticed_soon_and_at_few_looks(string curve, int minutes)
    {
        var (looks, late) = Follow(curve, TimeSpan.FromMinutes(minutes));

        var (mostLate, mostLooks) = curve == ProgressCurve.Linear ? (minutes == 5 ? 5 : 30, 15) : (120, 25);
        Assert.True(late <= TimeSpan.FromSeconds(mostLate), $"noticed {late} late");
        Assert.True(looks <= mostLooks, $"{looks} looks");
    }

    [Fact]
    public void The_same_holds_for_every_length_between()
    {
        var missed = from curve in ProgressCurve.All.Keys
                     from seconds in Enumerable.Range(0, 79).Select(i => 300 + 42 * i)
                     let seen = Follow(curve, TimeSpan.FromSeconds(seconds))
                     let most = curve == ProgressCurve.Linear ? (Late: 30, Looks: 15) : (Late: 120, Looks: 25)
                     where seen.Late > TimeSpan.FromSeconds(most.Late) || seen.Looks > most.Looks
                     select $"{curve}, {seconds} s: {seen.Looks} looks, {seen.Late} late";

        Assert.Empty(missed);
    }

    [Theory]
    [InlineData(10)]
    [InlineData(24)]
    public void A_copy_of_many_hours_is_looked_at_seldom_however_its_progress_rises(int hours)
    {
        foreach (var curve in ProgressCurve.All.Keys)
        {
            var (looks, late) = Follow(curve, TimeSpan.FromHours(hours));

            Assert.True(looks <= 85, $"{curve}: {looks} looks");
            Assert.True(late <= TimeSpan.FromHours(hours) * (curve == ProgressCurve.Linear ? 0.01 : 0.2), $"{curve}: noticed {late} late");
        }
    }

    [Theory]
    [InlineData(100)]
    [InlineData(2_000)]
    public void A_copy_that_carries_only_changes_is_noticed_in_time_whatever_its_size_as_long_as_it_shows_progress(int sizeGiB)
    {
        var (_, late) = Follow(ProgressCurve.Linear, TimeSpan.FromMinutes(5), sizeGiB);

        Assert.True(late <= TimeSpan.FromSeconds(5), $"noticed {late} late");
    }

    [Fact]
    public void A_large_copy_that_is_done_early_and_shows_no_progress_is_noticed_within_twenty_minutes()
    {
        var (_, late) = Follow("none shown", TimeSpan.FromMinutes(5), sizeGiB: 2_000);

        Assert.InRange(late, TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(20));
    }

    private static (int Looks, TimeSpan Late) Follow(string curve, TimeSpan length, int? sizeGiB = null)
    {
        var clock = new VirtualClock(Start);
        using var ec2 = new ScriptedImage(clock, length, sizeGiB ?? (int)length.TotalMinutes * GiBPerMinute, ProgressCurve.All[curve]);
        var connection = new AwsConnection(new BasicAWSCredentials("AKIA", "secret"), ec2, "us-east-1", new Uri("http://ec2.local"));
        var step = new CheckImageStep(new AwsClients(connection, clock, new Random(1)), clock);
        clock.Run(async () =>
        {
            var image = new ImageRecord("us-east-1", "ami-1", "web", "pending", 1, [], null, Start, Start, 0, 0);
            while (image.State != "available")
            {
                await Task.Delay(TimeSpan.FromSeconds(image.WaitSeconds) + BetweenStates, clock);
                image = await step.ExecuteAsync(new CheckImageInput(Start.AddDays(7), image), CancellationToken.None);
            }

            return image;
        });
        return (ec2.Looks.Count, ec2.Looks[^1] - length);
    }
}
