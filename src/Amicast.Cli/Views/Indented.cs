using Spectre.Console;

namespace Amicast.Cli.Views;

/// <summary>A line under another: broken, where it is too long for a terminal, at the same depth.</summary>
internal static class Indented
{
    private const int Depth = 2;

    internal static void Write(IAnsiConsole console, string line) => console.Write(new Padder(new Text(line), new Padding(Depth, 0, 0, 0)));
}
