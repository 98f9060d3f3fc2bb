using System.Text.RegularExpressions;

namespace Amicast.Ledgers;

/// <summary>An execution's place in its run: the first is named by the run's id, later ones <c>{run}--2</c>, <c>{run}--3</c>, …</summary>
/// <param name="Run">The run's id.</param>
/// <param name="Number">Which of the run's executions it is, from 1.</param>
internal sealed partial record RunExecution(string Run, int Number)
{
    internal string Name => Number == 1 ? Run : $"{Run}--{Number}";

    internal bool IsFirst => Number == 1;

    internal static RunExecution Of(string name) =>
        Later().Match(name) is { Success: true } later ? new RunExecution(later.Groups["run"].Value, int.Parse(later.Groups["number"].Value, System.Globalization.CultureInfo.InvariantCulture)) : new RunExecution(name, 1);

    [GeneratedRegex("^(?<run>.+)--(?<number>[2-9]|[1-9][0-9]{1,5})$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Later();
}
