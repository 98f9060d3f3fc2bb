using Amicast.Simulator.Documents;

namespace Amicast.Simulator.Account;

/// <summary>Reads version numbers, which ascend; one that is not said is one more than the one before.</summary>
internal sealed class VersionNumbers
{
    private readonly HashSet<int> _all = [];

    /// <summary>The highest so far.</summary>
    internal int Last { get; private set; }

    internal bool Has(int number) => _all.Contains(number);

    internal int Read(DocumentObject version, string property)
    {
        var number = version.Whole(property, 1, int.MaxValue - 1) ?? Last + 1;
        if (number <= Last)
        {
            version.Report(property, "InvalidValue", $"{number} is not above the version before, {Last}.", "List the versions in ascending order.");
        }

        Last = Math.Max(Last, number);
        _all.Add(number);
        return number;
    }
}
