using Amicast.Plans;
using Spectre.Console;

namespace Amicast.Cli.Views;

/// <summary>What will not keep a run from succeeding: first what is known, then what could not be looked at.</summary>
internal static class WarningsView
{
    internal static void Write(IAnsiConsole console, IReadOnlyList<Warning> warnings)
    {
        Write(console, "Worth knowing:", warnings.Where(warning => warning.Code != Warning.NotChecked).Select(warning => $"{warning}"));
        Write(console, "Not checked:", warnings.Where(warning => warning.Code == Warning.NotChecked).Select(warning => $"{warning.Path}: {warning.Text}"));
    }

    private static void Write(IAnsiConsole console, string title, IEnumerable<string> lines)
    {
        foreach (var (index, line) in lines.Index())
        {
            if (index == 0)
            {
                console.WriteLine(title);
            }

            Indented.Write(console, line);
        }
    }
}
