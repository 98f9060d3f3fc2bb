using Amicast.Simulator;
using Spectre.Console;

namespace Amicast.Cli.Views;

/// <summary>Names the parameters of calls that made no difference, each once for an operation: EC2 ignores a misspelt parameter without a word.</summary>
internal sealed class UnknownParametersView(IAnsiConsole console)
{
    private readonly HashSet<(string Operation, string Parameter)> _told = [];

    internal void Write(CallRecord call)
    {
        foreach (var parameter in call.UnknownParameters.Where(parameter => _told.Add((call.Operation, parameter))))
        {
            console.WriteLine($"{call.Operation}: the parameter {parameter} is not known here and was ignored.");
        }
    }
}
