using Amicast.StatesLanguage.Data;
using Amicast.StatesLanguage.Definition;
using Amicast.StatesLanguage.Execution;

namespace Amicast.StatesLanguage.States;

/// <summary>How many items of a distributed Map may fail. Given both a count and a percentage, neither may be exceeded.</summary>
internal sealed class FailureTolerance(double? count, double? percentage, int items)
{
    private const double Whole = 100;

    /// <summary>The items whose executions did not succeed.</summary>
    public int Failed { get; set; }

    public bool IsExceeded => Failed > (count ?? (percentage is null ? 0 : items)) || Failed * Whole > (percentage ?? Whole) * items;

    public static FailureTolerance Of(DistributedMap map, int items, Json input, StateVisit visit) =>
        new(NumberFields.Read(map.ToleratedCount, int.MaxValue, input, visit), NumberFields.Read(map.ToleratedPercentage, Whole, input, visit), items);
}
