using Amicast.VirtualTime;

namespace Amicast.Simulator.Ec2;

/// <summary>How long things take. EC2 promises none of it; these are the times that people report.</summary>
internal sealed class Durations(Chance chance)
{
    private readonly Chance _chance = chance.Fork("durations");
    private readonly Chance _changes = chance.Fork("changes");

    /// <summary>A snapshot of a volume: 1 to 10 minutes for tens of GiB.</summary>
    /// <param name="isIncremental">Whether it holds only what changed since the last one.</param>
    internal TimeSpan Snapshot(int sizeGiB, bool isIncremental) => TimeSpan.FromSeconds(60 + 2.5 * Data(sizeGiB, isIncremental) * Spread());

    /// <summary>A copy of a snapshot: 9 to 30 minutes for tens of GiB; some pairs of Regions are always slower than others.</summary>
    /// <param name="isIncremental">Whether it holds only what changed since the last one; then it takes a few minutes.</param>
    internal TimeSpan Copy(int sizeGiB, string from, string to, bool isIncremental)
    {
        var pair = 0.8 + 0.6 * chance.Fork($"pair/{from}/{to}").NextDouble();
        return TimeSpan.FromSeconds((isIncremental ? 120 : 540) + 5 * Data(sizeGiB, isIncremental) * Spread() * pair);
    }

    /// <summary>A time-based copy keeps its time.</summary>
    internal TimeSpan CopyWithin(TimeSpan completion) => completion * (0.5 + 0.45 * _chance.NextDouble());

    /// <summary>From the last snapshot to the image's next state.</summary>
    internal TimeSpan Registration() => Between(2, 15);

    /// <summary>From pending to running.</summary>
    internal TimeSpan Boot() => Between(10, 60);

    /// <summary>From running to status checks that are ok.</summary>
    internal TimeSpan StatusChecks() => Between(60, 240);

    /// <summary>From stopping to stopped, or from shutting down to terminated.</summary>
    internal TimeSpan Shutdown() => Between(10, 40);

    /// <summary>From a reboot until the status checks start anew.</summary>
    internal TimeSpan Reboot() => Between(3, 15);

    /// <summary>From launch to death, for an instance that dies.</summary>
    internal TimeSpan Death() => Between(5, 45);

    /// <summary>How far into its life an image or snapshot fails, or shows what it has not shown before: 0.2 to 0.8.</summary>
    internal double Fraction() => 0.2 + 0.6 * _chance.NextDouble();

    /// <summary>How unevenly progress rises: 1 is evenly.</summary>
    internal double Pace() => 0.6 + _chance.NextDouble();

    /// <summary>A copy's snapshots are listed only some time after the copy began.</summary>
    internal TimeSpan CopyStart() => Between(5, 90);

    /// <summary>A snapshot counts as in use for a moment after its image was deregistered.</summary>
    internal TimeSpan Release() => Between(1, 5);

    private TimeSpan Between(double least, double most) => _chance.Between(TimeSpan.FromSeconds(least), TimeSpan.FromSeconds(most));

    /// <summary>How much there is to carry, in GiB: of what holds only changes, 2 to 15 % of its size.</summary>
    private double Data(int sizeGiB, bool isIncremental) => isIncremental ? sizeGiB * (0.02 + 0.13 * _changes.NextDouble()) : sizeGiB;

    private double Spread() => 0.6 + 0.9 * _chance.NextDouble();
}
