using System.Text;
using Spectre.Console;

namespace Amicast.Cli;

/// <summary>Where the command writes: a terminal, a pipe or a test.</summary>
/// <param name="Output">Standard output: what was asked for.</param>
/// <param name="Error">Standard error: what is wrong, and progress where standard output is taken.</param>
/// <param name="Variable">Reads an environment variable.</param>
/// <param name="Input">Standard input.</param>
internal sealed record Terminal(IAnsiConsole Output, IAnsiConsole Error, Func<string, string?> Variable, TextReader Input)
{
    // No line is broken where nobody reads it on a screen.
    private const int PipeWidth = 10_000;

    internal static Terminal OfThisProcess()
    {
        var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        return new Terminal(
            To(new StreamWriter(Console.OpenStandardOutput(), utf8) { AutoFlush = true }, Console.IsOutputRedirected),
            To(new StreamWriter(Console.OpenStandardError(), utf8) { AutoFlush = true }, Console.IsErrorRedirected),
            Environment.GetEnvironmentVariable,
            new StreamReader(Console.OpenStandardInput(), utf8));
    }

    /// <summary>A console over <paramref name="writer"/>: plain if it is not a terminal; <c>NO_COLOR</c> and <c>TERM=dumb</c> are honoured.</summary>
    internal static IAnsiConsole To(TextWriter writer, bool plain)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(writer),
            Ansi = plain ? AnsiSupport.No : AnsiSupport.Detect,
            ColorSystem = plain ? ColorSystemSupport.NoColors : ColorSystemSupport.Detect,
            Interactive = plain ? InteractionSupport.No : InteractionSupport.Detect,
        });
        if (plain)
        {
            console.Profile.Width = PipeWidth;
            console.Profile.Capabilities.Unicode = true;
        }

        return console;
    }
}
