using System.Globalization;
using System.Text.RegularExpressions;

namespace Amicast.Runs;

/// <summary>The name of one of a run's executions: <c>{run}</c> for the first, <c>{run}--2</c>, <c>{run}--3</c>, … for those that resume it or roll it back.</summary>
/// <remarks>Execution names are unique in a state machine, and that is the lock: of two callers that start the next execution one is refused.</remarks>
/// <param name="Run">The run's id.</param>
/// <param name="Number">1 for the first execution.</param>
public sealed partial record ExecutionName(string Run, int Number)
{
    /// <summary>Whether an id looks like the name of a later execution, which would be taken for one of another run's.</summary>
    public static bool IsLater(string name) => Later().IsMatch(name);

    /// <summary>Reads an execution's name.</summary>
    public static ExecutionName Parse(string name) => Later().Match(name) is { Success: true } later
        ? new ExecutionName(later.Groups["run"].Value, int.Parse(later.Groups["number"].ValueSpan, CultureInfo.InvariantCulture))
        : new ExecutionName(name, 1);

    /// <summary>The execution after this one.</summary>
    public ExecutionName Next() => this with { Number = Number + 1 };

    /// <inheritdoc/>
    public override string ToString() => Number == 1 ? Run : $"{Run}--{Number.ToString(CultureInfo.InvariantCulture)}";

    // No more than six digits, and no zero before them: what else ends in digits is a run's id.
    [GeneratedRegex(@"^(?<run>.+)--(?<number>[2-9]|[1-9][0-9]{1,5})\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Later();
}
